import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Secret } from "../../../domain/secret.ts";
import { askApp } from "../../../main/command-line/ask-app.ts";
import { CommandServer } from "../../../main/command-line/command-server.ts";
import { type Answer, readRequest } from "../../../main/command-line/protocol.ts";

const secret = "eyJ.canary.token";
let folder: string;
let path: string;
let server: CommandServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "vt-"));
  path = join(folder, "cli.sock");
  const given: Answer = {
    kind: "token",
    token: new Secret(secret),
    expiresAtMs: 1_797_865_445_000,
    estimated: false,
    origin: undefined,
    variableName: "VERIFIK_TOKEN",
  };
  server = new CommandServer(
    async () => given,
    () => {},
  );
  await server.listen(path);
});
afterEach(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

/** All that the server says to this text until it closes. */
async function answerTo(text: string): Promise<string> {
  const socket = connect(path);
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  // "close" follows.
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  return answer;
}

const generatedRequest = fc.record(
  {
    version: fc.constantFrom<unknown>(1, 1, 1, 2, "1", null),
    verb: fc.constantFrom<unknown>("token", "status", "renew", "__proto__", 1),
    minValidMs: fc.oneof(fc.integer(), fc.double(), fc.string()),
    origin: fc.oneof(fc.constant("https://api.verifik.co"), fc.string(), fc.integer()),
    extra: fc.jsonValue(),
  },
  { requiredKeys: ["version", "verb"] },
);
const generatedLine = fc.oneof(
  fc
    .record({ version: fc.constant(1), verb: fc.constantFrom("token", "status"), minValidMs: fc.nat() })
    .map((value) => `${JSON.stringify(value)}\n`),
  generatedRequest.map((value) => `${JSON.stringify(value)}\n`),
  fc.json().map((text) => `${text}\n`),
  fc.string({ unit: "binary", maxLength: 200 }).map((text) => `${text}\n`),
  fc.constant(`${"x".repeat(5_000)}\n`),
);
const isWhole = (text: string) => {
  try {
    const { version, verb, minValidMs, origin, ...rest } = JSON.parse(text);
    const isDuration = Number.isInteger(minValidMs) && minValidMs >= 0 && minValidMs <= 8.64e15;
    const isOrigin = origin === undefined || (typeof origin === "string" && origin.length <= 300);
    const isKnown = version === 1 && (verb === "token" || verb === "status");
    return isKnown && isDuration && isOrigin && Object.keys(rest).length === 0;
  } catch {
    return false;
  }
};

test("of 10,000 generated requests only whole ones for the token or the status are read, and none crashes the reader", () => {
  let whole = 0;
  fc.assert(
    fc.property(generatedLine, (text) => {
      const line = text.split("\n")[0] ?? "";
      const read = readRequest(line).ok && line.length < 4_096;
      expect(read).toBe(isWhole(line));
      if (read) whole += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(whole).toBeGreaterThan(100);
});

test("generated requests by the socket crash nothing, and only whole ones get the token", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(generatedLine, { minLength: 8, maxLength: 8 }), async (lines) => {
      await Promise.all(
        lines.map(async (text) => {
          const answer = await answerTo(text);
          expect(answer.includes(secret)).toBe(isWhole(text.split("\n")[0] ?? ""));
        }),
      );
    }),
    { numRuns: 50 },
  );
  expect(await askApp([path], { version: 1, verb: "token", minValidMs: 0 })).toMatchObject({ kind: "token" });
});
