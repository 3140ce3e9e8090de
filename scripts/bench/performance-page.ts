import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";

const page = join(projectFolder, "docs", "performance.md");
const begin = "<!-- last run: written by npm run bench -- --write -->";
const end = "<!-- end of last run -->";

/** Puts the run in the place of the last one. Throws if the page has no place for it. */
export function writeLastRun(text: string): void {
  const before = readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the last run.`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
