import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CommandEnd, commandLine, runCommand } from "../../../desktop-lab/app/command-run.ts";
import { electronBinary } from "../../../desktop-lab/app/electron-binary.ts";
import { projectFolder } from "../../../desktop-lab/app/tray-app.ts";
import type { Refusal } from "../../../domain/command-line/answer.ts";
import { Secret } from "../../../domain/secret.ts";
import { CommandServer } from "../../../main/command-line/command-server.ts";
import type { Answer } from "../../../main/command-line/protocol.ts";
import { commandLineTexts } from "../../../texts/command-line.ts";

/** The real binary, with a server of the app in this process. */
let folder: string;
let server: CommandServer | undefined;

// Found once, for all commands.
process.env.VERIFIK_TRAY_ELECTRON ??= electronBinary();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vt-"));
  mkdirSync(join(folder, "home"));
});
afterEach(() => {
  server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const given = (token: string): Answer => ({
  kind: "token",
  token: new Secret(token),
  expiresAtMs: Date.now() + 30 * 86_400_000,
  estimated: false,
  origin: undefined,
  variableName: "VERIFIK_TOKEN",
});

async function serve(answer: Answer): Promise<void> {
  server?.stop();
  server = new CommandServer(
    async () => answer,
    () => {},
  );
  const socket = { folder: join(folder, "verifik-tray"), path: join(folder, "verifik-tray/cli.sock") };
  expect(await server.listenInFirst([socket], process.getuid?.() ?? -1)).toBe(true);
}

const env = (language = "en_US.UTF-8") => ({
  HOME: join(folder, "home"),
  XDG_RUNTIME_DIR: folder,
  LC_ALL: language,
});

/** Makes the profile look like a running app's, by Chromium's lock. Returns the profile's folder. */
function lockProfile(): string {
  const profile = join(folder, "home/.config/verifik-tray");
  mkdirSync(profile, { recursive: true });
  symlinkSync(`${hostname()}-${process.pid}`, join(profile, "SingletonLock"));
  return profile;
}

const failed = (code: number, sentence: string): CommandEnd => ({
  code,
  stdout: "",
  stderr: `verifik-tray: ${sentence}\n`,
});

// Seven starts of Electron each.
test.each(["en", "es"] as const)(
  "each exit code comes with its sentence in %s, and nothing on standard output",
  { timeout: 60_000 },
  async (language) => {
    const words = commandLineTexts(language);
    const spoken = env({ en: "en_US.UTF-8", es: "es_CO.UTF-8" }[language]);
    const run = (...args: string[]) => runCommand(args, spoken);
    expect(await run("token", "-q")).toEqual(failed(2, words.usageProblem({ kind: "unknown-option", option: "-q" })));
    expect(await run("token")).toEqual(failed(3, words.problem("not-running")));
    const refusals: [Refusal, number][] = [
      ["no-token", 4],
      ["unreadable", 5],
      ["other-version", 3],
    ];
    for (const [reason, code] of refusals) {
      await serve({ kind: "refused", reason });
      expect(await run("token")).toEqual(failed(code, words.problem(reason)));
    }
    expect(await runCommand(["token"], { ...spoken, VERIFIK_API_URL: "no address" })).toEqual(
      failed(4, words.problem("other-api")),
    );
    server?.stop();
    lockProfile();
    expect(await run("token")).toEqual(failed(6, words.problem("switched-off")));
  },
);

test("an app that runs and is switched on, but listens nowhere, is said to be out of reach", async () => {
  writeFileSync(join(lockProfile(), "settings.json"), '{"schemaVersion":1,"commandLine":true}');
  const problem = commandLineTexts("en").problem("unreachable");
  expect(await runCommand(["token"], env())).toEqual(failed(3, problem));
});

test("a command asks nobody in a folder that others can write to, or that is a link", async () => {
  await serve(given("eyJ.a.b"));
  const ours = join(folder, "verifik-tray");
  const notRunning = failed(3, commandLineTexts("en").problem("not-running"));
  chmodSync(ours, 0o720);
  expect(await runCommand(["token"], env())).toEqual(notRunning);
  chmodSync(ours, 0o700);
  renameSync(ours, join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), ours);
  expect(await runCommand(["token"], env())).toEqual(notRunning);
});

test("an app that is killed amid its answer gives no half of a token", async () => {
  mkdirSync(join(folder, "verifik-tray"), { mode: 0o700 });
  const socket = JSON.stringify(join(folder, "verifik-tray/cli.sock"));
  const half = `'{"version":1,"kind":"token","token":"ey'`;
  const program = `net.createServer((socket) => socket.write(${half}, () => process.kill(process.pid, "SIGKILL"))).listen(${socket}, () => console.log("on"))`;
  const app = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(app.stdout, "data");
  expect(await runCommand(["token"], env())).toEqual(failed(3, commandLineTexts("en").problem("ended")));
});

test("the token alone is on standard output, without a display, and nothing is written to the home", async () => {
  await serve(given("eyJ.a.b"));
  expect(await runCommand(["token"], env())).toEqual({ code: 0, stdout: "eyJ.a.b\n", stderr: "" });
  expect((await runCommand(["--version"], env())).stdout).toMatch(/^verifik-tray \d+\.\d+\.\d+\n$/);
  expect(readdirSync(join(folder, "home"), { recursive: true })).toEqual([]);
});

test("in a clone npm run cli is the command line", () => {
  const cli = spawnSync(process.execPath, [join(projectFolder, "scripts/cli.mjs"), "--version"], { encoding: "utf8" });
  expect(cli).toMatchObject({ status: 0, stdout: expect.stringMatching(/^verifik-tray \d/) });
});

test("an error is an object where JSON was asked for", async () => {
  await serve({ kind: "refused", reason: "expired" });
  const { code, stdout, stderr } = await runCommand(["token", "--format=json"], env());
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(JSON.parse(stderr)).toMatchObject({ version: 1, error: { code: "expired" } });
});

test("a long token is written whole to a slow reader, and a reader that has gone is a quiet 1", async () => {
  const token = "x".repeat(200_000);
  await serve(given(token));
  const [program, ...args] = commandLine(["token"]);
  const slow = spawn(String(program), args, { env: env(), stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  slow.stdout.on("data", (chunk: Buffer) => {
    text += chunk;
    slow.stdout.pause();
    void wait(20).then(() => slow.stdout.resume());
  });
  const [code] = await once(slow, "close");
  expect([code, text === `${token}\n`]).toEqual([0, true]);

  const closed = spawn(String(program), args, { env: env(), stdio: ["ignore", "pipe", "pipe"] });
  closed.stdout.destroy();
  let complaint = "";
  closed.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk;
  });
  const [closedCode] = await once(closed, "close");
  expect([closedCode, complaint.replace(/^\[\d+:.*\n/gm, "")]).toEqual([1, ""]);
});

test("a full disk is named, and is no quiet 1", () => {
  const args = ["-c", '"$@" > /dev/full', "sh", ...commandLine(["--version"])];
  const { status, stderr } = spawnSync("sh", args, { env: env(), encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringContaining("ENOSPC")]);
});
