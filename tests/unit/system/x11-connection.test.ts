import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { X11Connection } from "../../../main/system/x11-connection.ts";
import { parseDisplay } from "../../../main/system/x11-display.ts";

const windowNumber = 0x20_0000;
const reply = 1;
const mappingNotify = 34;
const ownerChanged = 87;

let folder: string;
let server: Server;
let env: NodeJS.ProcessEnv;
/** The other end of the app's connection. */
let accepted: Promise<Socket>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "x11-connection-"));
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  accepted = once(server, "connection").then(([socket]) => socket as Socket);
  const { port } = server.address() as AddressInfo;
  env = { DISPLAY: `127.0.0.1:${port - 6000}`, XAUTHORITY: join(folder, "authority") };
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** The answer to a connection: no vendor, no formats, one screen without depths. */
function setUp(): Buffer {
  const bytes = Buffer.alloc(8 + 32 + 40);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt16LE((32 + 40) / 4, 6);
  bytes.writeUInt32LE(windowNumber, 8 + 4);
  return bytes;
}

/** 32 bytes of this kind, with a number where an atom's reply and an event's first field have theirs. */
function packet(kind: number, number = 0): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32LE(number, 8);
  return bytes;
}

function open(timeoutMs = 5_000): Promise<X11Connection> {
  return X11Connection.open(env, AbortSignal.timeout(timeoutMs));
}

describe("an X server whose answers come in pieces", () => {
  test("is understood byte by byte", async () => {
    const opening = open();
    const socket = (await accepted).setNoDelay();
    for (const byte of Buffer.concat([setUp(), packet(reply, 7)])) {
      socket.write(Buffer.of(byte));
      await nextTurn();
    }
    const connection = await opening;
    expect(connection.window).toBe(windowNumber);
    expect(await connection.atom("TARGETS")).toBe(7);
    connection.close();
  });

  test("that closes after three bytes is an error", async () => {
    const opening = open();
    (await accepted).end(Buffer.of(1, 0, 11));
    await expect(opening).rejects.toThrow("closed the connection");
  });

  test("that stops after half an answer is given up in time", async () => {
    const opening = open(200);
    (await accepted).write(setUp().subarray(0, 40));
    await expect(opening).rejects.toThrow("aborted");
  });
});

test("an event that comes before a reply is kept; one that nobody waits for is dropped", async () => {
  const opening = open();
  const socket = await accepted;
  socket.write(Buffer.concat([setUp(), packet(ownerChanged, 1), packet(reply, 7)]));
  const connection = await opening;
  expect(await connection.atom("TARGETS")).toBe(7);
  expect((await connection.event(ownerChanged)).readUInt32LE(8)).toBe(1);
  socket.write(Buffer.concat([packet(mappingNotify), packet(ownerChanged, 2), packet(ownerChanged, 3)]));
  expect((await connection.event(ownerChanged)).readUInt32LE(8)).toBe(2);
  expect((await connection.packet()).readUInt32LE(8)).toBe(3);
  connection.close();
});

describe("the file of cookies", () => {
  /** The length of the cookie that the server gets. */
  async function sentCookie(): Promise<number> {
    const opening = open();
    const socket = await accepted;
    const [request] = (await once(socket, "data")) as [Buffer];
    socket.write(setUp());
    (await opening).close();
    return request.readUInt16LE(8);
  }

  function entry(...fields: readonly string[]): Buffer {
    return Buffer.concat([
      Buffer.of(1, 0),
      ...fields.flatMap((field) => [Buffer.of(field.length >> 8, field.length & 0xff), Buffer.from(field)]),
    ]);
  }

  test("gives the cookie of this computer", async () => {
    const other = entry("another-host", "", "MIT-MAGIC-COOKIE-1", "other");
    writeFileSync(
      env.XAUTHORITY as string,
      Buffer.concat([other, entry(hostname(), "", "MIT-MAGIC-COOKIE-1", "0123456789abcdef")]),
    );
    expect(await sentCookie()).toBe(16);
  });

  test.each([1, 5, 20, 40])("that ends after %i bytes counts as none", async (length) => {
    const whole = entry(hostname().padEnd(8), "", "MIT-MAGIC-COOKIE-1", "0123456789abcdef");
    writeFileSync(env.XAUTHORITY as string, whole.subarray(0, length));
    expect(await sentCookie()).toBe(0);
  });

  test.runIf(process.platform === "linux")("that is a pipe counts as none", async () => {
    execFileSync("mkfifo", [env.XAUTHORITY as string]);
    expect(await sentCookie()).toBe(0);
  });
});

test.each([
  [":0", "/tmp/.X11-unix/X0"],
  ["unix:1.0", "/tmp/.X11-unix/X1"],
  ["my-host/unix:2", "/tmp/.X11-unix/X2"],
  ["unix/my-host:3", "/tmp/.X11-unix/X3"],
])("DISPLAY %s is on this computer", (display, path) => {
  expect(parseDisplay(display).address).toEqual({ path });
});

test("DISPLAY with a protocol and a host is there; a path is no display", () => {
  expect(parseDisplay("tcp/build.example:1").address).toEqual({ host: "build.example", port: 6001 });
  expect(() => parseDisplay("/private/launchd/org.xquartz:0")).toThrow("names no X server");
});
