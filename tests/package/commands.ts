import { execFileSync, spawnSync } from "node:child_process";
import { expect } from "@playwright/test";

/** Runs a command and returns its standard output. Throws if it fails. */
export function output(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8" });
}

/** The paths below these folders that an ordinary user can see. */
export function namesBelow(...folders: readonly string[]): string[] {
  const { stdout } = spawnSync("find", [...folders, "-ignore_readdir_race"], { encoding: "utf8", maxBuffer: 2 ** 28 });
  const names = stdout.split("\n").filter(Boolean);
  expect(names.length).toBeGreaterThan(1000);
  return names;
}
