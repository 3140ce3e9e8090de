import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Secret } from "../../../domain/secret.ts";
import { askApp } from "../../../main/command-line/ask-app.ts";
import { CommandServer } from "../../../main/command-line/command-server.ts";
import type { Answer, Request } from "../../../main/command-line/protocol.ts";
import { isPrivateFolder, socketPlaces } from "../../../main/command-line/socket-places.ts";

const uid = process.getuid?.() ?? -1;
const given: Answer = {
  kind: "token",
  token: new Secret("eyJ.a.b"),
  expiresAtMs: 1_797_865_445_000,
  estimated: false,
  origin: undefined,
  variableName: "VERIFIK_TOKEN",
};
const request: Request = { version: 1, verb: "token", minValidMs: 0 };

let base: string;
let timesGiven: number;
let servers: CommandServer[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "vt-"));
  servers = [];
  timesGiven = 0;
});
afterEach(() => {
  for (const server of servers) server.stop();
  rmSync(base, { recursive: true });
});

/** The places of an app that has this runtime folder and a profile beside it. */
function placesIn(runtimeFolder = base, profile = join(base, "profile")) {
  mkdirSync(profile, { recursive: true });
  return socketPlaces(profile, profile, { platform: "linux", env: { XDG_RUNTIME_DIR: runtimeFolder }, uid });
}

async function startServer(places = placesIn(), answer: (request: Request) => Promise<Answer> = async () => given) {
  const server = new CommandServer(answer, () => {
    timesGiven += 1;
  });
  servers.push(server);
  expect(await server.listenInFirst(places, uid)).toBe(true);
  return { server, places };
}

/** Asks as a command does. */
function ask(places = placesIn()) {
  const paths = places.filter(({ folder }) => isPrivateFolder(folder, uid)).map(({ path }) => path);
  return askApp(paths, request);
}

async function connected(path: string): Promise<Socket> {
  const socket = connect(path);
  await once(socket, "connect");
  return socket;
}

/** All that the server says until it closes. */
async function received(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.on("error", () => {});
  await once(socket, "close");
  return text;
}

test("a command gets the token by a socket that only this user can reach", async () => {
  const { places } = await startServer();
  const socket = join(base, "verifik-tray/cli.sock");
  expect(lstatSync(join(base, "verifik-tray")).mode & 0o777).toBe(0o700);
  expect(lstatSync(socket).mode & 0o777).toBe(0o600);
  expect(await ask(places)).toMatchObject({ kind: "token", variableName: "VERIFIK_TOKEN" });
  expect(timesGiven).toBe(1);
});

test.skipIf(uid !== 0)("another user cannot connect", async () => {
  await startServer();
  chmodSync(base, 0o755);
  const program = `require("node:net").connect(${JSON.stringify(join(base, "verifik-tray/cli.sock"))}).on("error", (error) => console.log(error.code))`;
  const nobody = execFileSync(process.execPath, ["-e", program], { uid: 65534, gid: 65534, encoding: "utf8" });
  expect(nobody).toBe("EACCES\n");
});

test.each([
  ["is a link", (folder: string) => symlinkSync(mkdtempSync(join(base, "elsewhere-")), folder)],
  [
    "is writable for the group",
    (folder: string) => {
      mkdirSync(folder);
      chmodSync(folder, 0o720);
    },
  ],
  ["is a file", (folder: string) => writeFileSync(folder, "")],
])("a folder that %s is used by neither side, and the profile's is used by both", async (_, spoil) => {
  const places = placesIn();
  spoil(join(base, "verifik-tray"));
  await startServer(places);
  expect(existsSync(join(base, "verifik-tray/cli.sock"))).toBe(false);
  expect(existsSync(join(base, "profile/command-line/cli.sock"))).toBe(true);
  expect(await ask(places)).toMatchObject({ kind: "token" });
});

test.skipIf(uid !== 0)("a folder of another user is used by neither side", async () => {
  mkdirSync(join(base, "verifik-tray"), { mode: 0o700 });
  execFileSync("chown", ["65534", join(base, "verifik-tray")]);
  await startServer();
  expect(existsSync(join(base, "verifik-tray/cli.sock"))).toBe(false);
  expect(await ask()).toMatchObject({ kind: "token" });
});

test("the socket of a killed app is replaced", async () => {
  const places = placesIn();
  const folder = join(base, "verifik-tray");
  mkdirSync(folder, { mode: 0o700 });
  const program = `require("node:net").createServer().listen(${JSON.stringify(join(folder, "cli.sock"))}, () => console.log("on"))`;
  const killed = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(killed.stdout, "data");
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(existsSync(join(folder, "cli.sock"))).toBe(true);
  await startServer(places);
  expect(await ask(places)).toMatchObject({ kind: "token" });
  expect(existsSync(join(base, "profile/command-line"))).toBe(false);
});

test("a file in the socket's place is left alone, and the next place is used", async () => {
  mkdirSync(join(base, "verifik-tray"), { mode: 0o700 });
  writeFileSync(join(base, "verifik-tray/cli.sock"), "mine");
  await startServer();
  expect(lstatSync(join(base, "verifik-tray/cli.sock")).isFile()).toBe(true);
  expect(await ask()).toMatchObject({ kind: "token" });
});

test.each([
  ["junk", "HTTP/1.1 400 Bad Request\r\n\r\n"],
  ["an answer of a later version", '{"version":2,"kind":"token","token":"other"}\n'],
])("a foreign server in the socket's place that answers %s is passed over", async (_, answer) => {
  mkdirSync(join(base, "verifik-tray"), { mode: 0o700 });
  const foreign = createServer((socket) => socket.on("error", () => {}).end(answer)).listen(
    join(base, "verifik-tray/cli.sock"),
  );
  await once(foreign, "listening");
  try {
    await startServer();
    expect(await ask()).toMatchObject({ kind: "token" });
  } finally {
    foreign.close();
  }
});

test("a command gives up an app that is silent for 20 seconds", async () => {
  const { places } = await startServer(placesIn(), () => new Promise(() => {}));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const answer = ask(places);
    vi.advanceTimersByTime(19_999);
    const waits = new Promise((resolve) => setImmediate(resolve, "waits"));
    expect(await Promise.race([answer, waits])).toBe("waits");
    vi.advanceTimersByTime(1);
    expect(await answer).toBe("silent");
  } finally {
    vi.useRealTimers();
  }
});

test("a command of a later version is told so, whatever else it asks", async () => {
  await startServer();
  const socket = await connected(join(base, "verifik-tray/cli.sock"));
  socket.write('{"version":2,"verb":"renew","more":[1]}\n');
  expect(JSON.parse(await received(socket))).toEqual({ version: 1, kind: "refused", reason: "other-version" });
});

test("eight silent clients do not keep a command from its token for longer than two seconds", async () => {
  await startServer();
  const path = join(base, "verifik-tray/cli.sock");
  const silent = await Promise.all(Array.from({ length: 8 }, () => connected(path)));
  const ends = silent.map(received);
  const startedAtMs = performance.now();
  expect(await ask()).toMatchObject({ kind: "token" });
  expect(performance.now() - startedAtMs).toBeLessThan(5_000);
  expect(await Promise.all(ends)).toEqual(Array(8).fill(""));
});

test("twenty commands at once all get the token", async () => {
  await startServer(placesIn(), async () => {
    await wait(20);
    return given;
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
  expect(answers.filter((answer) => typeof answer !== "string" && answer.kind === "token")).toHaveLength(20);
});

test("switched off during an answer, it gives no token any more and counts none", async () => {
  const { server, places } = await startServer(placesIn(), async () => {
    server.stop();
    return given;
  });
  expect(await ask(places)).toBe("ended");
  expect(existsSync(join(base, "verifik-tray/cli.sock"))).toBe(false);
  expect(timesGiven).toBe(0);
});

test("a command that was killed while it waited gets no token, and none is counted", async () => {
  let askedAgain = () => {};
  const second = new Promise<void>((resolve) => {
    askedAgain = resolve;
  });
  let asked = 0;
  const { places } = await startServer(placesIn(), async () => {
    asked += 1;
    // The server has read the first command's end before the second command's request.
    await (asked === 1 ? second : askedAgain());
    return given;
  });
  const killed = await connected(join(base, "verifik-tray/cli.sock"));
  killed.write(`${JSON.stringify(request)}\n`);
  await vi.waitFor(() => expect(asked).toBe(1));
  killed.destroy();
  expect(await ask(places)).toMatchObject({ kind: "token" });
  expect([asked, timesGiven]).toEqual([2, 1]);
});
