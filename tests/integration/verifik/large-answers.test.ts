import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { err } from "../../../domain/result.ts";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { expectFailure, otp, phone, respond, serverThat } from "./verifik-failing-calls.ts";

const limitBytes = 256 * 1024;

describe("a response over the limit", () => {
  test("is refused over 256 KiB; exactly 256 KiB are read", async () => {
    const longest = JSON.stringify({ data: { message: "" } }).length;
    const withLength = (bytes: number) => JSON.stringify({ data: { message: "x".repeat(bytes - longest) } });
    const atLimit = await serverThat(respond(200, withLength(limitBytes)));
    expect(await clientOf(atLimit.origin).confirmOtp(phone, otp)).toMatchObject({ ok: true });
    await expectFailure(respond(200, withLength(limitBytes + 1)), { kind: "response-too-large" });
  });

  test("is refused if only its compressed form is small", async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, " "));
    await expectFailure((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb), {
      kind: "response-too-large",
    });
  });

  test("is not read to its end: the connection is closed", async () => {
    const totalBytes = 64 * 1024 * 1024;
    let dropped: Promise<number> | undefined;
    const server = await serverThat((response) => {
      dropped = writeUntilDropped(response, totalBytes);
    });
    const result = await clientOf(server.origin).requestOtp(phone);
    expect(result).toEqual(err({ kind: "response-too-large" }));
    expect(await dropped).toBeLessThan(totalBytes / 2);
  });
});

/** Resolves to the number of bytes written before the client hung up. */
async function writeUntilDropped(response: ServerResponse, totalBytes: number): Promise<number> {
  const chunk = Buffer.alloc(64 * 1024, "x");
  let written = 0;
  response.writeHead(200);
  const hungUp = new Promise<void>((resolve) => response.once("close", resolve));
  while (written < totalBytes && !response.destroyed) {
    written += chunk.length;
    if (!response.write(chunk)) {
      await Promise.race([hungUp, new Promise((drained) => response.once("drain", drained))]);
    }
  }
  response.end();
  await hungUp;
  return written;
}
