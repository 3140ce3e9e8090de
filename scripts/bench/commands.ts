import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine } from "../../desktop-lab/app/command-run.ts";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments } from "../../desktop-lab/app/tray-app.ts";
import { type Subject, startSubject } from "./subject.ts";

/** Times in ms from the start of a process to the first byte on its standard output; the two take turns. */
export interface CommandTimes {
  /** An empty Electron that prints and exits. */
  readonly bare: readonly number[];
  /** `verifik-tray token`. */
  readonly app: readonly number[];
}

/** Starts the app, which must be logged in, and asks it for the token `runs` times. */
export async function measureCommands(app: Subject, runs: number): Promise<CommandTimes> {
  switchOn(join(String(app.desktop.env.XDG_CONFIG_HOME), "verifik-tray"));
  const [, ...switches] = launchArguments();
  const empty = [...switches, join(import.meta.dirname, "empty-electron")];
  const [program, ...token] = commandLine(["token"]);
  const { process, item } = await startSubject(app);
  try {
    await item.waitForMenu((menu) => menu[0]?.label === app.firstLine);
    const bare: number[] = [];
    const times: number[] = [];
    // Run 0 warms up and does not count.
    for (let run = 0; run <= runs; run += 1) {
      const emptyMs = await firstByteMs(electronBinary(), empty, app.env);
      const tokenMs = await firstByteMs(program, token, app.env);
      if (run === 0) continue;
      bare.push(emptyMs);
      times.push(tokenMs);
    }
    return { bare, app: times };
  } finally {
    await process.end();
  }
}

async function firstByteMs(program: string, args: readonly string[], env: Subject["env"]): Promise<number> {
  const startedAtMs = performance.now();
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  let tookMs: number | undefined;
  child.stdout.once("data", () => {
    tookMs = performance.now() - startedAtMs;
  });
  const [code] = await once(child, "close");
  if (tookMs === undefined || code !== 0) throw new Error(`A command printed nothing and ended with ${code}.`);
  return tookMs;
}

/** As a person does in the settings, and as if the first use were notified already. */
function switchOn(profile: string): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const file = join(profile, "settings.json");
  let settings = { schemaVersion: 1 };
  try {
    settings = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  writeFileSync(file, JSON.stringify({ ...settings, commandLine: true, commandLineKnown: "used" }));
}
