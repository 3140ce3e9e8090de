import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { howOften, recordFigure } from "../figures.ts";
import { openNumbered, type StoreName, stores } from "./store/numbered-states.ts";
import { buildProgram, type StoreProgram, temporaryFolder } from "./store/programs.ts";

/** The writer is killed at a random moment within this time after its first write. It writes without a pause. */
const longestLifeMs = 12;
/** A state with this many records is about a megabyte, so that many kills come in the middle of a write. */
const manyRecords = 60;

interface Kill {
  /** What is wrong with the folder after the kill; `undefined` when nothing is. */
  readonly failure: string | undefined;
  readonly found: "old" | "new" | "neither";
  /** A draft was left: the kill came between its creation and the rename. */
  readonly withinWrite: boolean;
  /** The draft had only a part of the content. */
  readonly withinContent: boolean;
}

async function kill(program: StoreProgram, name: StoreName, folder: string, extraRecords: number): Promise<Kill> {
  const child = program.start([name, folder, String(extraRecords)]);
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const closed = once(child, "close");
  if (child.stdout) await Promise.race([once(child.stdout, "data"), closed]);
  const endsAt = performance.now() + Math.random() * longestLifeMs;
  // A timer is exact to a millisecond, and a write takes less.
  while (performance.now() < endsAt - 2) await new Promise((resolve) => setTimeout(resolve, 1));
  while (performance.now() < endsAt);
  child.kill("SIGKILL");
  await closed;

  const last = Number(said.trimEnd().split("\n").at(-1));
  const sizes = new Map(readdirSync(folder).map((entry) => [entry, statSync(join(folder, entry))]));
  const file = `${name}.json`;
  const drafts = [...sizes].filter(([entry]) => entry !== file);
  const store = openNumbered(name, folder);
  const number = store.number();
  const whole = sizes.get(file)?.size ?? 0;
  const left = readdirSync(folder).filter((entry) => entry !== file);
  const failures = [
    child.signalCode !== "SIGKILL" && "the writer ended by itself",
    store.problem() !== undefined && `the file is ${store.problem()}`,
    number !== last && number !== last + 1 && `state ${number} after ${last}`,
    [...sizes.values()].some(({ mode }) => (mode & 0o777) !== 0o600) && "others may read a file",
    left.length > 0 && `left behind: ${left}`,
  ];
  return {
    failure: failures.find((failure) => failure !== false) || undefined,
    found: number === last ? "old" : number === last + 1 ? "new" : "neither",
    withinWrite: drafts.length > 0,
    withinContent: drafts.some(([, { size }]) => size < whole * 0.99),
  };
}

test("a killed writer leaves the old state or the new one", async () => {
  const program = await buildProgram("writer");
  const tries = howOften({ full: 1000, short: 12 });
  const kills: Kill[] = [];
  // Each store has its own folder. Every writer goes on from the state that the last one left.
  async function killInTurn(name: StoreName, times: number): Promise<void> {
    const folder = temporaryFolder();
    for (let turn = 0; turn < times; turn += 1) {
      kills.push(await kill(program, name, folder, name === "token" && turn % 2 === 0 ? manyRecords : 0));
    }
  }
  await Promise.all(stores.map((name) => killInTurn(name, tries / stores.length)));

  const failures = kills.flatMap(({ failure }) => failure ?? []);
  const share = (part: readonly Kill[]) => `${Math.round((100 * part.length) / tries)} %`;
  const within = kills.filter(({ withinWrite }) => withinWrite);
  const within2 = kills.filter(({ withinContent }) => withinContent);
  recordFigure({
    part: "losses",
    item: "kill -9 while the store writes: the old state or the new one, nothing left behind",
    tries: kills.length,
    failures: failures.length,
    measured: `${share(within)} of the kills fell between the first and last step of a write, ${share(within2)} while its bytes were written`,
  });
  expect(failures).toEqual([]);
  expect(kills).toHaveLength(tries);
  // The test proves something only if many kills come within a write. In the short form there are too few to ask for that.
  expect(within.length).toBeGreaterThan(howOften({ full: tries / 10, short: -1 }));
}, 900_000);
