import { afterEach, describe, expect, test } from "vitest";
import {
  type FeedAnswer,
  type ReleaseFeedServer,
  release,
  startReleaseFeed,
  text,
} from "../../../desktop-lab/app/release-feed.ts";
import { isNewerThan } from "../../../domain/release-version.ts";
import { err } from "../../../domain/result.ts";
import { createTransport } from "../../../main/network/transport.ts";
import { createReleaseFeed } from "../../../main/updates/release-feed.ts";
import packageJson from "../../../package.json" with { type: "json" };
import {
  brokenAnswers,
  elsewhere,
  type FeedMeaning,
  feedAnswers,
  foundOrNot,
  hostileAnswers,
} from "../../fixtures/release-feed-answers.ts";

const servers: ReleaseFeedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startFeed(answer: FeedAnswer): Promise<ReleaseFeedServer> {
  const server = await startReleaseFeed(answer);
  servers.push(server);
  return server;
}

/** The product's own client, over Node's fetch instead of Electron's. */
function fetchRelease(address: string, timeoutMs = 5000) {
  const { origin, pathname, search } = new URL(address);
  const transport = createTransport({ origin, fetch, timeoutMs, responseLimitBytes: 256 * 1024 });
  return createReleaseFeed(transport, pathname + search)();
}

/** As the table writes it. */
async function meaningOf(address: string): Promise<FeedMeaning> {
  const latest = await fetchRelease(address);
  if (!latest.ok) return { fails: latest.error.kind };
  const { value } = latest;
  return value && isNewerThan(packageJson.version, value) ? { finds: value.text } : "nothing";
}

describe.each(Object.entries({ foundOrNot, brokenAnswers, hostileAnswers }))("%s", (_group, answers) => {
  test.each(Object.entries(answers))("%s", async (_what, { answer, means }) => {
    const server = await startFeed(answer);
    expect(await meaningOf(server.address)).toEqual(means);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /releases/latest"]);
  });
});

test("the table has more than 50 responses, and each meaning occurs", () => {
  const meanings = Object.values(feedAnswers).map(({ means }) => JSON.stringify(means));
  expect(meanings.length).toBeGreaterThan(50);
  expect(new Set(meanings).size).toBe(8);
});

test("rejects a redirect to another host without calling it", async () => {
  const other = await startFeed(release("v9.9.9"));
  const server = await startFeed(text("", 302, { location: new URL(elsewhere, other.address).href }));
  expect(await meaningOf(server.address)).toEqual({ fails: "redirect-refused" });
  expect(other.requests).toEqual([]);
});

test.each<[string, FeedAnswer]>([
  ["silent", () => {}],
  ["silent after the head", (response) => response.writeHead(200).flushHeaders()],
])("a feed that is %s fails at the deadline", async (_what, answer) => {
  const server = await startFeed(answer);
  expect(await fetchRelease(server.address, 200)).toEqual(err({ kind: "timed-out" }));
});

test("a feed on a closed port fails as refused", async () => {
  const server = await startReleaseFeed(() => {});
  await server.close();
  expect(await fetchRelease(server.address)).toEqual(err({ kind: "unreachable", reason: "refused" }));
});

test("the address of a feed may have a query", async () => {
  const server = await startFeed(release("v9.9.9"));
  expect(await meaningOf(`${server.address}?channel=stable&x=%20`)).toEqual({ finds: "9.9.9" });
  expect(server.requests.map(({ path }) => path)).toEqual(["/releases/latest?channel=stable&x=%20"]);
});
