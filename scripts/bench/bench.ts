import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { writeLastRun } from "../last-run.mjs";
import { figuresOf, isWithinBound } from "./figures.ts";
import { measureIdle } from "./idle.ts";
import { loggedInApp } from "./logged-in-app.ts";
import type { Measurements } from "./measurements.ts";
import { asarBytes, rendererGzipBytes } from "./package-size.ts";
import { QuietMachine } from "./quiet-machine.ts";
import { type Round, runRound, type Subjects } from "./round.ts";
import { describeRun, reportLines } from "./run-report.ts";
import { bareElectron, bareElectronWithWindow } from "./subject.ts";
import { table } from "./table.ts";

const fewestRounds = 8;
const longestQuietWaitMs = 120_000;
const baselineNote = "† bare Electron with a menu that copies a text and opens a blank window";
const warmUp = { untilIdleMs: 1_000, sinceClosedMs: 1_000 };

async function measure(rounds: number, quiet: QuietMachine): Promise<Measurements> {
  const sizes = { asarBytes: await asarBytes(), rendererGzipBytes: rendererGzipBytes() };
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const newDesktop = async () => cleanups.adopt(await startPrivateDesktop(), ({ stop }) => stop());
    const subjects: Subjects = {
      app: await loggedInApp(await newDesktop(), cleanups),
      bare: bareElectron(await newDesktop()),
      bareWindow: bareElectronWithWindow(await newDesktop()),
    };
    await runRound(subjects, 0, warmUp);
    await quiet.waitFor("the start", 5_000);
    const measured: Round[] = [];
    for (let number = 1; number <= rounds; number += 1) {
      await quiet.waitFor(`round ${number}`, 1_000);
      console.error(`Round ${number} of ${rounds} …`);
      measured.push(await runRound(subjects, number));
    }
    console.error(`Idle, from the second minute on, ${rounds} windows …`);
    await quiet.waitFor("idle", 1_000);
    const idle = await measureIdle({ bare: subjects.bare, app: subjects.app }, rounds);
    await cleanups.run();
    return { rounds: measured, idle, ...sizes };
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: String(fewestRounds) },
      json: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: not a number of rounds`);
  if (values.write && rounds < fewestRounds) throw new Error(`--write takes at least ${fewestRounds} rounds.`);

  const quiet = new QuietMachine(longestQuietWaitMs);
  const measurements = await measure(rounds, quiet);
  const figures = figuresOf(measurements);
  const command = ["npm run bench", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");
  const run = describeRun(command, rounds, quiet.disturbances);
  const text = [...reportLines(run), "", table(figures), "", baselineNote].join("\n");

  console.log(`\n${text}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ run, figures, measurements }, null, 2)}\n`);
  if (values.write) writeLastRun("docs/performance.md", "npm run bench -- --write", text);
  const missed = figures.filter((figure) => !isWithinBound(figure));
  console.log(missed.length === 0 ? "Every figure is within its bound." : `${missed.length} missed.`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
