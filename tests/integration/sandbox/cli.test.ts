import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { sandboxOptionsOf } from "../../../sandbox/cli/cli-options.ts";
import { languageOfEnvironment } from "../../../sandbox/cli/texts.ts";

const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));
const started: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function startCli(args: readonly string[], locale = "C"): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/cli/cli.ts", ...args], {
    cwd: projectFolder,
    env: { ...process.env, LC_ALL: locale },
  });
  started.push(child);
  return child;
}

/** Reads the child's lines in order. Keeps lines that arrive between two waits. */
function lineReader(child: ChildProcessWithoutNullStreams) {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The sandbox ended without printing ${pattern}.`);
      const match = pattern.exec(value);
      if (match) return match;
    }
  };
}

async function postJson(url: string, body: object): Promise<Response> {
  return fetch(url, { method: "POST", body: JSON.stringify(body) });
}

// Each test starts a Node process, which is slow on a busy machine.
describe("the sandbox's command", { timeout: 30_000 }, () => {
  test("prints codes that log in, and exits with 0 on SIGTERM", async () => {
    const child = startCli(["--port", "0", "--token-lifetime", "40", "--otp-lifetime", "30", "--cool-down", "5"]);
    const nextLine = lineReader(child);
    const origin = (await nextLine(/^A local Verifik API listens on (http:\S+)$/))[1];
    await nextLine(/\+57 300 123 4567 +code by WhatsApp/);
    await nextLine(/\+1 202 555 0123 +code by SMS/);
    const number = { countryCode: "+57", phone: 3107654321 };
    await postJson(`${origin}/v2/projects/phone-login`, { ...number, type: "login" });
    const otp = (await nextLine(/^To \+573107654321 by WhatsApp: verification code (\d{6})$/))[1];
    await postJson(`${origin}/v2/projects/phone-login/confirm`, { ...number, otp });
    const authenticatorOTP = (await nextLine(/^Authenticator code of \+573107654321: (\d{6})$/))[1];
    const confirmed = await postJson(`${origin}/v2/projects/phone-login/confirm`, {
      ...number,
      otp,
      authenticatorOTP,
      type: "login",
    });
    expect(await confirmed.json()).toMatchObject({ data: { tokenType: "bearer" } });

    const exit = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
  });

  test("prints Spanish for a Spanish locale, and exits with 0 on SIGINT", async () => {
    const child = startCli([], "es_CO.UTF-8");
    const nextLine = lineReader(child);
    const origin = (await nextLine(/^Una API local de Verifik escucha en (http:\S+)$/))[1];
    await nextLine(/\+1 202 555 0123 +código por SMS/);
    await postJson(`${origin}/v2/projects/phone-login`, { countryCode: "+1", phone: 2025550123, type: "login" });
    await nextLine(/^A \+12025550123 por SMS: código de verificación \d{6}$/);

    const exit = once(child, "exit");
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });

  test("reports a wrong option in one line, with exit code 2", async () => {
    const child = startCli(["--unknown", "1"]);
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Cannot use "--unknown"[^\n]+\n$/);
  });

  test("reports a taken port in one line, with exit code 1", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const { port } = occupant.address() as AddressInfo;
    const child = startCli(["--port", String(port)]);
    const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    occupant.close();
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`Cannot listen on port ${port}: EADDRINUSE\n`);
  });
});

test("the command line sets only the given options", () => {
  expect(sandboxOptionsOf([])).toEqual({});
  expect(sandboxOptionsOf("--port 4010 --token-lifetime 40 --otp-lifetime=30 --cool-down 0".split(" "))).toEqual({
    port: 4010,
    tokenLifetimeSeconds: 40,
    otpLifetimeSeconds: 30,
    coolDownSeconds: 0,
  });
});

test.each([
  "--unknown",
  "--port 65536",
  "--port -1",
  "--port 1.5",
  "--token-lifetime 0",
  "--otp-lifetime 9999999999",
  "--cool-down soon",
  "--cool-down",
  "4010",
  "--",
])("reports the wrong option %s", (commandLine) => {
  expect(sandboxOptionsOf(commandLine.split(" "))).toEqual({ badOption: commandLine });
});

test("the printed language follows the first locale variable that is not empty", () => {
  expect(languageOfEnvironment({ LC_ALL: "", LC_MESSAGES: "es_MX.UTF-8", LANG: "en_US.UTF-8" })).toBe("es");
  expect(languageOfEnvironment({ LC_ALL: "C", LANG: "es_CO.UTF-8" })).toBe("en");
  expect(languageOfEnvironment({ LANG: "es" })).toBe("es");
  expect(languageOfEnvironment({ LANG: "est_EE" })).toBe("en");
  expect(languageOfEnvironment({})).toBe("en");
});
