import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { projectFolder } from "./project-folder.mjs";

/**
 * Puts a run in the place of the last one, between the marks that name the command.
 *
 * @param {string} page from the project's folder
 * @param {string} command that makes the run and writes it
 * @param {string} text
 * @throws if the page has no place for it
 */
export function writeLastRun(page, command, text) {
  const path = join(projectFolder, page);
  const begin = `<!-- last run: written by ${command} -->`;
  const end = "<!-- end of last run -->";
  const before = readFileSync(path, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the last run.`);
  writeFileSync(path, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}

/** The machine that produced the figures: cores, processor, memory, kernel. */
export function describeMachine() {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${processor?.model.trim()}, ${memory} GB, Linux ${release()}`;
}
