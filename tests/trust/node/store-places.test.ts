import { chmodSync, chownSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordFigure } from "../figures.ts";
import { brokenContents, brokenTokenFiles } from "./store/broken-contents.ts";
import { openNumbered, type StoreName, stores } from "./store/numbered-states.ts";
import { forbiddenPlaces, type OddPlace, oddPlaces } from "./store/odd-places.ts";
import { buildProgram, temporaryFolder } from "./store/programs.ts";
import { type Visit, visited } from "./store/visitor-program.ts";

const isRoot = process.getuid?.() === 0;
/** For all visits of one store. A visit that hangs prints nothing, and neither do the ones after it. */
const longestVisitsMs = 60_000;

/** The inodes in a folder. A rename keeps the inode, so a file whose inode is still there was not deleted. */
function inodesIn(folder: string): number[] {
  return readdirSync(folder).map((name) => lstatSync(join(folder, name)).ino);
}

interface Prepared {
  readonly odd: OddPlace;
  readonly folder: string;
  readonly path: string;
  readonly inode: number | undefined;
}

function prepare(odd: OddPlace, store: StoreName): Prepared {
  const folder = temporaryFolder();
  const path = join(folder, `${store}.json`);
  odd.put(path);
  // The folder may forbid entering it, and then its file could not be looked at.
  const mode = statSync(folder).mode & 0o777;
  chmodSync(folder, 0o700);
  const inode = lstatSync(path, { throwIfNoEntry: false })?.ino;
  chmodSync(folder, mode);
  return { odd, folder, path, inode };
}

function whatIsWrong({ odd, folder, path, inode }: Prepared, said: string | undefined): string[] {
  chmodSync(folder, 0o700);
  const { problem, storable, spoilt } = odd;
  const expected: Visit = storable
    ? { problem, found: 0, stored: true, next: visited, nextProblem: undefined }
    : { problem, found: 0, stored: false, next: 0, nextProblem: problem };
  const wrong = [
    said !== JSON.stringify(expected) && (said ?? "this visit or one before it hangs"),
    inode !== undefined && !inodesIn(folder).includes(inode) && "it was deleted",
    spoilt?.(path),
  ];
  return wrong.flatMap((text) => (text ? [`${odd.name} in place of ${path}: ${text}`] : []));
}

test("the stores report odd things in the file's place, never wait for them, never delete them, and store the next state", async () => {
  const program = await buildProgram("visitor");
  const failures: string[] = [];
  let tries = 0;
  for (const store of stores) {
    const contents = [...brokenContents, ...(store === "token" ? brokenTokenFiles : [])];
    const odds: OddPlace[] = [...contents.map((content) => ({ ...content, storable: true })), ...oddPlaces];
    if (!isRoot) odds.push(...forbiddenPlaces);
    const prepared = odds.map((odd) => prepare(odd, store));
    const folders = prepared.map(({ folder }) => folder);
    const said = await program.outcome([store, ...folders], longestVisitsMs);
    const visits = said.split("\n").slice(0, -1);
    tries += odds.length;
    failures.push(...prepared.flatMap((one, index) => whatIsWrong(one, visits[index])));
  }
  recordFigure({
    part: "losses",
    item: "a broken or foreign file in the file's place: reported, kept, never blocks",
    tries,
    failures: failures.length,
  });
  expect(failures).toEqual([]);
}, 300_000);

test("a link to a file of this user is followed and stays", async () => {
  const failures: string[] = [];
  for (const name of stores) {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    await openNumbered(name, elsewhere).write(1);
    const target = join(elsewhere, `${name}.json`);
    chmodSync(target, 0o644);
    symlinkSync(target, join(folder, `${name}.json`));
    const store = openNumbered(name, folder);
    if (store.number() !== 1) failures.push(`${name}: not read`);
    if ((statSync(target).mode & 0o777) !== 0o600) failures.push(`${name}: others may still read it`);
    await store.write(2);
    if (openNumbered(name, elsewhere).number() !== 2) failures.push(`${name}: not written where the link leads`);
    if (!lstatSync(join(folder, `${name}.json`)).isSymbolicLink()) failures.push(`${name}: the link is gone`);
    if (readdirSync(folder).length + readdirSync(elsewhere).length !== 2) failures.push(`${name}: left behind`);
  }
  recordFigure({
    part: "losses",
    item: "a link to a file of the same user is followed",
    tries: stores.length,
    failures: failures.length,
  });
  expect(failures).toEqual([]);
});

test("the start takes permissions away that others widened, from the file and from its folder", async () => {
  const modes = [0o644, 0o666, 0o640, 0o604, 0o777, 0o755];
  const failures: string[] = [];
  for (const name of stores) {
    for (const mode of modes) {
      const folder = temporaryFolder();
      await openNumbered(name, folder).write(1);
      const path = join(folder, `${name}.json`);
      chmodSync(path, mode);
      chmodSync(folder, 0o777);
      if (openNumbered(name, folder).number() !== 1) failures.push(`${name} with ${mode.toString(8)} was not read`);
      const now = [path, folder].map((one) => (statSync(one).mode & 0o777).toString(8)).join();
      if (now !== "600,755") failures.push(`${name} with ${mode.toString(8)}: ${now}`);
    }
  }
  recordFigure({
    part: "losses",
    item: "permissions that others widened are taken away at the start",
    tries: stores.length * modes.length,
    failures: failures.length,
  });
  expect(failures).toEqual([]);
});

test("setting a file aside never replaces one that was set aside before", () => {
  const folder = temporaryFolder();
  const times = 20;
  for (let time = 0; time < times; time += 1) {
    writeFileSync(join(folder, "token.json"), `garbage ${time}`);
    // All of them come within a few milliseconds.
    openNumbered("token", folder);
  }
  const kept = readdirSync(folder).filter((name) => name.startsWith("token.set-aside-"));
  recordFigure({
    part: "losses",
    item: "files that are set aside are all kept",
    tries: times,
    failures: times - kept.length,
  });
  expect(kept).toHaveLength(times);
});

test.runIf(isRoot)("a file of another user is not written to, even where that is possible", async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  await openNumbered("token", elsewhere).write(1);
  const target = join(elsewhere, "token.json");
  chownSync(target, 1, 1);
  symlinkSync(target, join(folder, "token.json"));
  const store = openNumbered("token", folder);
  expect(store.number()).toBe(1);
  await store.write(2);
  expect([openNumbered("token", folder).number(), openNumbered("token", elsewhere).number()]).toEqual([2, 1]);
});
