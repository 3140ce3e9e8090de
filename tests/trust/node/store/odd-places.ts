import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { StoreProblem } from "../../../../domain/ports.ts";

/** Something in the place of the store's file. The other files of its folder belong to the test. */
export interface OddPlace {
  readonly name: string;
  readonly put: (path: string) => void;
  readonly problem: StoreProblem | undefined;
  /** Whether the store can write a new state. */
  readonly storable: boolean;
  /** Checks files that the store must not touch; returns what is wrong with them. */
  readonly spoilt?: (path: string) => string | undefined;
}

const foreign = "a file of another program";
const beside = (path: string, name = "beside") => join(dirname(path), `${basename(path, ".json")}-${name}`);

function foreignFile(path: string): string {
  writeFileSync(beside(path), foreign);
  return beside(path);
}

const foreignSpoilt = (path: string) =>
  readFileSync(beside(path), "utf8") === foreign ? undefined : "the file that the link leads to was written to";

const linkTo = (target: string) => (path: string) => symlinkSync(target, path);

/** Places that every user can make. */
export const oddPlaces: readonly OddPlace[] = [
  { name: "an empty folder", put: (path) => mkdirSync(path), problem: "damaged", storable: true },
  {
    name: "a folder that is not empty",
    put(path) {
      mkdirSync(path);
      writeFileSync(join(path, "inside"), foreign);
    },
    problem: "damaged",
    storable: true,
    spoilt(path) {
      const aside = readdirSync(dirname(path)).find((name) => name.startsWith(`${basename(path, ".json")}.set-aside-`));
      const inside = aside && readFileSync(join(dirname(path), aside, "inside"), "utf8");
      return inside === foreign ? undefined : "its content is gone";
    },
  },
  { name: "a link to nowhere", put: linkTo("nowhere/token.json"), problem: "damaged", storable: true },
  { name: "a link to itself", put: (path) => symlinkSync(path, path), problem: "damaged", storable: true },
  {
    name: "two links that lead to each other",
    put(path) {
      symlinkSync(beside(path), path);
      symlinkSync(path, beside(path));
    },
    problem: "damaged",
    storable: true,
  },
  {
    name: "a link to a folder",
    put(path) {
      mkdirSync(beside(path));
      symlinkSync(beside(path), path);
    },
    problem: "damaged",
    storable: true,
    spoilt: (path) => (readdirSync(beside(path)).length === 0 ? undefined : "the folder was written to"),
  },
  {
    name: "a link to a file of another kind",
    put: (path) => symlinkSync(foreignFile(path), path),
    problem: "damaged",
    storable: true,
    spoilt: foreignSpoilt,
  },
  { name: "a link to /dev/zero", put: linkTo("/dev/zero"), problem: "damaged", storable: true },
  { name: "a link to /dev/full", put: linkTo("/dev/full"), problem: "damaged", storable: true },
  { name: "a link to /dev/tty", put: linkTo("/dev/tty"), problem: "damaged", storable: true },
  {
    name: "a link to another file of this user's",
    put(path) {
      writeFileSync(beside(path), foreign, { mode: 0o755 });
      symlinkSync(beside(path), path);
    },
    problem: "damaged",
    storable: true,
    spoilt: (path) =>
      foreignSpoilt(path) ??
      ((statSync(beside(path)).mode & 0o777) === 0o755 ? undefined : "its permissions were taken away"),
  },
  { name: "a named pipe", put: (path) => makePipe(path), problem: "damaged", storable: true },
  {
    name: "a link to a named pipe",
    put(path) {
      makePipe(beside(path));
      symlinkSync(beside(path), path);
    },
    problem: "damaged",
    storable: true,
  },
];

/** Places that root could read and write. As root they are left out, so that no test touches a file of the system. */
export const forbiddenPlaces: readonly OddPlace[] = [
  { name: "a link to another user's file", put: linkTo("/usr/bin/env"), problem: "damaged", storable: true },
  {
    name: "a file that may not be read",
    put(path) {
      writeFileSync(path, foreign, { mode: 0 });
    },
    problem: "unreachable",
    storable: false,
    spoilt(path) {
      chmodSync(path, 0o600);
      return readFileSync(path, "utf8") === foreign ? undefined : "the unreadable file was written over";
    },
  },
  {
    name: "a folder that may not be written to",
    put: (path) => chmodSync(dirname(path), 0o500),
    problem: undefined,
    storable: false,
  },
  {
    name: "a folder that may not be entered",
    put: (path) => chmodSync(dirname(path), 0),
    problem: "unreachable",
    storable: false,
  },
  {
    name: "a link to another user's file that may not be read",
    put: linkTo("/etc/shadow"),
    problem: "unreachable",
    storable: false,
  },
];

function makePipe(path: string): void {
  const { status } = spawnSync("mkfifo", [path]);
  if (status !== 0) throw new Error(`mkfifo ended with ${status}.`);
}
