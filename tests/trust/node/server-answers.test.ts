import { createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { howOften, recordFigure } from "../figures.ts";
import { type Answer, answersFor } from "../server/answers.ts";
import { callEndpoint, type Endpoint, endpoints } from "../server/calls.ts";
import { checkOutcome, mostRequests } from "../server/check-outcome.ts";
import { type HostileServer, startHostileServer } from "../server/hostile-server.ts";

/** Pairs of a server and a caller, each with one call at a time. */
const lanes = 8;
/** A renewal may be two calls. */
const deadlineMs = { ofOneThatMayNotEnd: 60, ofOthers: 5_000 };
/** The other lanes keep the machine busy. */
const slackMs = 3_000;
const answersPerEndpoint = howOften({ full: 10_000, short: 80 });
const seed = 20_261_125;

/** How often each outcome occurred. If one of `frequentOutcomes` is missing, the answers are too tame. */
const outcomes = new Map<string, number>();
const frequentOutcomes = [
  "token",
  "request-refused",
  "server-unwell",
  "response-unreadable",
  "response-too-large",
].concat([
  "redirect-refused",
  "token-rejected",
  "revocation-unanswered",
  "timed-out",
  "unreachable",
  "too-many-requests",
]);
const unhandled: unknown[] = [];
const heaps: { readonly calls: number; readonly bytes: number }[] = [];
let calls = 0;
let connectionsElsewhere = 0;
let servers: HostileServer[];
let elsewhereServer: Server;
let elsewhere: string;
let atFirst: Resources | undefined;

const noteUnhandled = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on("unhandledRejection", noteUnhandled);
  servers = await Promise.all(Array.from({ length: lanes }, startHostileServer));
  elsewhereServer = createServer((socket) => {
    connectionsElsewhere += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => elsewhereServer.listen(0, "127.0.0.1", resolve));
  elsewhere = `http://127.0.0.1:${(elsewhereServer.address() as { port: number }).port}`;
});

afterAll(async () => {
  process.off("unhandledRejection", noteUnhandled);
  elsewhereServer.close();
  await Promise.all(servers.map((server) => server.close()));
});

interface Resources {
  readonly sockets: number;
  readonly timers: number;
}

/** Open sockets and timers of this process, which is client and server. */
function activeResources(): Resources {
  const count = (name: string) => process.getActiveResourcesInfo().filter((active) => active === name).length;
  return { sockets: count("TCPSocketWrap"), timers: count("Timeout") };
}

/** What the calls have left: the last answer on each open connection, and sockets and timers that were not there before. */
function leftBehind() {
  const now = activeResources();
  return {
    connections: servers.flatMap((server) => server.openAfter().map((answer) => fc.stringify(answer))),
    sockets: Math.max(0, now.sockets - (atFirst?.sockets ?? 0)),
    timers: Math.max(0, now.timers - (atFirst?.timers ?? 0)),
  };
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function heapAfterCollection(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Makes one call that gets this answer. Throws if the outcome is wrong. */
async function tryAnswer(endpoint: Endpoint, server: HostileServer, answer: Answer): Promise<void> {
  const origin = server.originFor(answer, { refusesGet: endpoint === "renew-by-post" });
  const limitMs = answer.mayNotEnd ? deadlineMs.ofOneThatMayNotEnd : deadlineMs.ofOthers;
  const startedAtMs = performance.now();
  const outcome = await callEndpoint(clientOf(origin, limitMs), endpoint);
  const tookMs = performance.now() - startedAtMs;
  await server.settled();
  const kind = outcome.kind === "failed" ? outcome.failure.kind : outcome.kind;
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
  const wrong = checkOutcome(endpoint, answer, outcome);
  if (wrong) throw new Error(`${wrong} (${kind})`);
  const allowedMs = endpoint.startsWith("renew") ? 2 * limitMs : limitMs;
  if (tookMs > allowedMs + slackMs) throw new Error(`answered after ${Math.round(tookMs)} ms`);
  if (endpoint !== "renew" && server.requestCount() > mostRequests(answer)) throw new Error("sent more than once");
}

test.each(endpoints)(
  "%s: each answer becomes a value from that answer or a failure without secrets, in time",
  async (endpoint) => {
    atFirst ??= activeResources();
    const runs = await Promise.all(
      servers.map((server, lane) =>
        fc.check(
          fc.asyncProperty(answersFor(endpoint, elsewhere), (answer) => tryAnswer(endpoint, server, answer)),
          { numRuns: answersPerEndpoint / lanes, seed: seed + lane, endOnFailure: true },
        ),
      ),
    );
    const failed = runs.filter((run) => run.failed);
    const tries = runs.reduce((sum, { numRuns }) => sum + numRuns, 0);
    calls += tries;
    heaps.push({ calls, bytes: heapAfterCollection() });
    recordFigure({ part: "losses", item: `hostile answers: ${endpoint}`, tries, failures: failed.length });
    expect(
      failed.map(({ errorInstance, counterexample }) => `${errorInstance} ${fc.stringify(counterexample)}`),
    ).toEqual([]);
  },
  240_000,
);

test("afterwards no call, connection or timer is left, nothing was thrown elsewhere or sent elsewhere, and no memory leaked", async () => {
  // Node's fetch keeps sound connections for four seconds.
  expect(leftBehind().connections.length).toBeLessThanOrEqual(2 * lanes);
  const leftCount = () => {
    const { connections, sockets, timers } = leftBehind();
    return connections.length + sockets + timers;
  };
  for (let waitedMs = 0; waitedMs < 10_000 && leftCount() > 0; waitedMs += 100) await sleep(100);
  // The first endpoint is the warm-up.
  const [, warm] = heaps;
  const last = heaps.at(-1);
  if (!warm || !last) return expect.fail("no measurements");
  const grownBytes = (last.bytes - warm.bytes) / (last.calls - warm.calls);
  recordFigure({
    part: "losses",
    item: "hostile answers: no open connection, no uncaught error, no request elsewhere",
    tries: calls,
    failures: leftCount() + unhandled.length + connectionsElsewhere,
    measured: `heap grew by ${Math.round(grownBytes)} B a call`,
  });
  expect({ ...leftBehind(), unhandled, connectionsElsewhere }).toEqual({
    connections: [],
    sockets: 0,
    timers: 0,
    unhandled: [],
    connectionsElsewhere: 0,
  });
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(frequentOutcomes));
}, 20_000);
