import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { download } from "../../../scripts/runtime/download.mjs";
import { findFallback, installFallback } from "../../../scripts/runtime/fallback.mjs";
import { makeUpArchive } from "./runtime-made-up-archive.ts";

let folder: string;
let content: Buffer;
let made: ReturnType<typeof makeUpArchive>;
let server: Server;
let answers: ((request: IncomingMessage, response: ServerResponse) => void)[];
let ranges: (string | undefined)[];
let openResponse: ServerResponse;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "runtime-download-"));
  made = makeUpArchive(join(folder, "registry"));
  content = readFileSync(made.tarball);
  answers = [];
  ranges = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    openResponse = response;
    const answer = answers.shift();
    if (answer === undefined) response.writeHead(503).end();
    else answer(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const serveWhole = (_: IncomingMessage, response: ServerResponse) => response.end(content);

/** Sends all headers and `bytes` of the content; the test cuts the connection once they have arrived. */
const serveStart = (bytes: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { "content-length": content.length });
  response.write(content.subarray(0, bytes));
};

function serveRange(request: IncomingMessage, response: ServerResponse) {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1]);
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  response.writeHead(206, { "content-range": range, "content-length": content.length - start });
  response.end(content.subarray(start));
}

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/runtime.tgz`;
const file = () => join(folder, "file");
const part = () => join(folder, "part");

/** Cuts the connection when exactly `cutAt` bytes have arrived. */
async function run(cutAt?: number) {
  const progress: [number, number][] = [];
  await download(address(), file(), part(), new AbortController().signal, (done, total) => {
    progress.push([done, total]);
    if (done === cutAt) openResponse.destroy();
  });
  return progress;
}

test("a cut download goes on where it was cut", async () => {
  answers = [serveStart(100), serveRange];
  const progress = await run(100);
  expect(ranges).toEqual([undefined, "bytes=100-"]);
  expect(readFileSync(file())).toEqual(content);
  expect(progress[0]).toEqual([100, content.length]);
  expect(progress.at(-1)).toEqual([content.length, content.length]);
});

test("a download that cannot go on keeps its part, and the next one starts there", async () => {
  answers = [serveStart(100)];
  await expect(run(100)).rejects.toThrow("status 503");
  expect(readFileSync(part())).toEqual(content.subarray(0, 100));
  expect(existsSync(file())).toBe(false);
  answers = [serveRange];
  await run();
  expect(ranges.at(-1)).toBe("bytes=100-");
  expect(readFileSync(file())).toEqual(content);
  expect(existsSync(part())).toBe(false);
});

test("a server that ignores the range sends the file anew", async () => {
  writeFileSync(part(), content.subarray(0, 100));
  answers = [serveWhole];
  await run();
  expect(ranges).toEqual(["bytes=100-"]);
  expect(readFileSync(file())).toEqual(content);
});

test("an abort keeps the part at once", async () => {
  answers = [serveStart(100)];
  const abort = new AbortController();
  const downloading = download(address(), file(), part(), abort.signal, () => {
    abort.abort();
    // As a signal does: the folder goes before anything asynchronous happens.
    expect(readFileSync(part())).toEqual(content.subarray(0, 100));
  });
  await expect(downloading).rejects.toThrow("aborted");
  expect(ranges).toHaveLength(1);
});

test("wrong bytes after a right start are refused, and nothing is left of them", async () => {
  const cache = join(folder, "cache");
  const archive = {
    integrity: made.integrity,
    fetch: async (into: string, signal: AbortSignal, keptPart: string) => {
      const tarball = join(into, "fetched.tgz");
      await download(address(), tarball, keptPart, signal, (done) => {
        if (done === 100) openResponse.destroy();
      });
      return tarball;
    },
  };
  answers = [serveStart(100), (_, response) => response.writeHead(206).end(Buffer.alloc(content.length - 100))];
  await expect(installFallback(cache, archive)).rejects.toThrow("not the expected one");
  expect(ranges).toEqual([undefined, "bytes=100-"]);
  expect(readdirSync(cache)).toEqual([]);

  answers = [serveStart(100)];
  await expect(installFallback(cache, archive)).rejects.toThrow("status 503");
  expect(readdirSync(cache)).toEqual(["electron-33.2.1.tgz.part"]);
  answers = [serveRange];
  expect(await installFallback(cache, archive)).toBe(findFallback(cache));
  expect(readdirSync(cache)).toEqual(["electron-33.2.1"]);
});
