import { type FeedAnswer, json, release, text } from "../../../desktop-lab/app/release-feed.ts";
import type { FailureKind } from "../../../domain/failure.ts";
import packageJson from "../../../package.json" with { type: "json" };

/** What the check makes of an answer: a newer version, none, or a failure that only the log tells. */
export type FeedMeaning = { readonly finds: string } | "nothing" | { readonly fails: FailureKind };

interface FeedCase {
  readonly answer: FeedAnswer;
  readonly means: FeedMeaning;
}

const found: FeedMeaning = { finds: "9.9.9" };
const unreadable: FeedMeaning = { fails: "response-unreadable" };
const broken: FeedMeaning = { fails: "unreachable" };
const markup = `<img src=x onerror="document.title = 'taken over'">`;

/** Where the feed's redirects lead. It would tell of a newer version. */
export const elsewhere = "/elsewhere";

export const foundOrNot: Readonly<Record<string, FeedCase>> = {
  "a newer version": { answer: release("v9.9.9"), means: found },
  "a newer version, and as many words as GitHub lets one write": {
    answer: release("v9.9.9", { body: "Changes. ".repeat(13_000) }),
    means: found,
  },
  "nothing but the tag": { answer: json({ tag_name: "v9.9.9" }), means: found },
  "this version": { answer: release(`v${packageJson.version}`), means: "nothing" },
  "an older version": { answer: release("v0.0.9"), means: "nothing" },
  "no release yet": { answer: json({ message: "Not Found" }, 404), means: "nothing" },
};

export const brokenAnswers: Readonly<Record<string, FeedCase>> = {
  "a login page of the network": { answer: text("<!doctype html><title>Hotel Wi-Fi</title>"), means: unreadable },
  "an empty answer": { answer: text(""), means: unreadable },
  "truncated JSON": { answer: text('{"tag_name":"v9.9.9'), means: unreadable },
  null: { answer: text("null"), means: unreadable },
  "a list": { answer: json([{ tag_name: "v9.9.9" }]), means: unreadable },
  "no tag": { answer: json({ name: "v9.9.9" }), means: unreadable },
  "a number for a tag": { answer: release(9), means: unreadable },
  "words for a flag": { answer: release("v9.9.9", { prerelease: "no" }), means: unreadable },
  "status 403, as for too many questions": {
    answer: json({ message: "API rate limit exceeded" }, 403),
    means: { fails: "request-refused" },
  },
  "status 500": { answer: json({ tag_name: "v9.9.9" }, 500), means: { fails: "server-unwell" } },
  "a connection that is reset": { answer: (_response, { socket }) => socket.resetAndDestroy(), means: broken },
  "a connection that ends in the middle": {
    answer(response, { socket }) {
      response.writeHead(200, { "content-length": "1000" }).write('{"tag_name":"v9.9.9"', () => socket.destroy());
    },
    means: broken,
  },
  "an answer without end": {
    answer(response) {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(64 * 1024)));
      };
      response.on("drain", more);
      more();
    },
    means: { fails: "response-too-large" },
  },
};

export const hostileAnswers: Readonly<Record<string, FeedCase>> = {
  "an address that is a script": { answer: release("v9.9.9", { html_url: "javascript:alert(1)" }), means: found },
  "an address elsewhere": { answer: release("v9.9.9", { html_url: "https://evil.example/get" }), means: found },
  "markup in its words": { answer: release("v9.9.9", { name: markup, body: markup }), means: found },
  "a draft": { answer: release("v9.9.9", { draft: true }), means: "nothing" },
  "a pre-release": { answer: release("v9.9.9", { prerelease: true }), means: "nothing" },
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status): [string, FeedCase] => [
      `a redirect with ${status}`,
      { answer: text("", status, { location: elsewhere }), means: { fails: "redirect-refused" } },
    ]),
  ),
  "a million digits": { answer: release(`v${"9".repeat(1_000_000)}.0.0`), means: { fails: "response-too-large" } },
  ...Object.fromEntries(
    [
      "v9.9.9-rc.1",
      "v9.9.9+build",
      "v9.9.9/../../../../evil/evil/releases",
      "v9.9.9%2f..%2fevil",
      "v../../../../evil",
      "v9.9.9?to=evil",
      "v9.9.9#evil",
      "v9.9.9@evil.example",
      `v9.9.9${markup}`,
      "9.9.9",
      "vv9.9.9",
      "V9.9.9",
      "=9.9.9",
      " v9.9.9",
      "v9.9.9 ",
      "v9.9.9\n",
      "v 9.9.9",
      "v9.9",
      "v9",
      "v9.9.9.9",
      "v-9.9.9",
      "v09.9.9",
      "v9e9.0.0",
      "v0x9.9.9",
      "v٩.٩.٩",
      "v９.９.９",
      "v9\u200b.9.9",
      "v\u202e9.9.9",
      "v999999.0.0",
      "latest",
      "v",
      "",
      `v${"9".repeat(50_000)}.0.0`,
      `v9.9.9${" ".repeat(50_000)}`,
    ].map((tag): [string, FeedCase] => [
      `the version ${JSON.stringify(tag).slice(0, 60)}`,
      { answer: release(tag), means: unreadable },
    ]),
  ),
};

export const feedAnswers = { ...foundOrNot, ...brokenAnswers, ...hostileAnswers };
