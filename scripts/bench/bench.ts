import { statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { describeMachine, writeLastRun } from "../last-run.mjs";
import { withPackedApp } from "../package/packed-app.mjs";
import { assertLoopback } from "../runtime/loopback.mjs";
import { measureCommands } from "./commands.ts";
import { figuresOf, figuresTable, isWithinBound, type Measurements } from "./figures.ts";
import { measureIdle } from "./idle.ts";
import { loggedInApp } from "./logged-in-app.ts";
import { waitForQuietMachine } from "./quiet-machine.ts";
import { type Measurement, measureSubject } from "./round.ts";
import { bareElectron } from "./subject.ts";

const fewestRoundsToWrite = 8;
const pauses = { idleMs: 8_000, openMs: 1_000, closedMs: 10_000 };
const warmUpPauses = { idleMs: 1_000, openMs: 1_000, closedMs: 1_000 };

/** Other work of the machine during the run. */
const disturbances: string[] = [];

async function awaitQuiet(step: string): Promise<void> {
  const { quiet, busy } = await waitForQuietMachine();
  if (!quiet) disturbances.push(`${step} (${Math.round(busy * 100)} % busy)`);
}

async function measure(rounds: number): Promise<Measurements> {
  const asarBytes = await withPackedApp((file) => statSync(file).size);
  const cleanups = new CleanupStack();
  try {
    const newDesktop = async () => cleanups.adopt(await startPrivateDesktop(), (desktop) => desktop.stop());
    const sandbox = cleanups.adopt(await startSandbox({ coolDownSeconds: 0 }), (server) => server.close());
    assertLoopback(sandbox.origin);
    const subjects = { bare: bareElectron(await newDesktop()), app: await loggedInApp(await newDesktop(), sandbox) };
    const measured: { readonly bare: Measurement[]; readonly app: Measurement[] } = { bare: [], app: [] };
    // Round 0 warms up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      await awaitQuiet(`round ${round}`);
      console.error(round === 0 ? "Warming up …" : `Round ${round} of ${rounds} …`);
      // The subjects take turns in going first.
      for (const name of round % 2 === 0 ? (["bare", "app"] as const) : (["app", "bare"] as const)) {
        const measurement = await measureSubject(subjects[name], round === 0 ? warmUpPauses : pauses);
        if (round > 0) measured[name].push(measurement);
      }
    }
    await awaitQuiet("commands");
    console.error("Commands …");
    const commandMs = await measureCommands(subjects.app, 2 * rounds);
    const minutes = Math.ceil(rounds / 2);
    await awaitQuiet("idle");
    console.error(`Idle for ${minutes + 1} minutes …`);
    const [bare = [], app = []] = await measureIdle([subjects.bare, subjects.app], minutes);
    return { ...measured, commandMs, idleCpuMs: { bare, app }, asarBytes };
  } finally {
    await cleanups.run();
  }
}

function describeRun(rounds: number): string {
  const command = ["npm run bench", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");
  const date = new Date().toISOString().slice(0, 10);
  const electron = process.env.VERIFIK_TRAY_ELECTRON_VERSION ?? "unknown";
  const noise = disturbances.length === 0 ? "The machine was quiet." : `NOT QUIET before ${disturbances.join(", ")}.`;
  return `\`${command}\`, ${date}, Electron ${electron}, rounds: ${rounds}.\n${describeMachine()}. ${noise}`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: String(fewestRoundsToWrite) },
      json: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: not a number of rounds`);
  if (values.write && rounds < fewestRoundsToWrite)
    throw new Error(`--write needs at least ${fewestRoundsToWrite} rounds.`);

  const measurements = await measure(rounds);
  const figures = figuresOf(measurements);
  const text = `${describeRun(rounds)}\n\n${figuresTable(figures)}`;
  console.log(`\n${text}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ text, figures, measurements }, null, 2)}\n`);
  if (values.write) writeLastRun("docs/performance.md", "npm run bench -- --write", text);
  const missed = figures.filter((figure) => !isWithinBound(figure)).length;
  console.log(missed === 0 ? "Every figure is within its bound." : `${missed} missed.`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main();
