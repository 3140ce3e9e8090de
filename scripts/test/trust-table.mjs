import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {object} Figure a row of the table in docs/trust.md
 * @property {"leaks" | "losses"} part
 * @property {string} item the row's name
 * @property {number} tries
 * @property {number} failures
 * @property {string} [measured] a measured value that is no count, e.g. "upper bound 0.9 kB a cycle"
 */

const titles = { leaks: "Nothing leaks", losses: "Nothing is lost" };

/**
 * @param {string} file with one JSON object a line, written by the tests
 * @returns {Figure[]}
 */
export function readFigures(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/**
 * Makes a Markdown table that is also readable as plain text. Figures of the same item are added up.
 *
 * @param {readonly Figure[]} figures
 */
export function trustTable(figures) {
  const heads = ["item", "tries", "failures", "measured"];
  const rows = /** @type {const} */ (["leaks", "losses"]).flatMap((part) => [
    [`**${titles[part]}**`, "", "", ""],
    ...summed(figures.filter((figure) => figure.part === part)).map(row),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((cells) => cells[column]?.length ?? 0)));
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => `${"-".repeat(width + 1)}${isNumber(column) ? ":" : "-"}`).join("|")}|`;
  return [line(heads), rule, ...rows.map(line)].join("\n");
}

/** @param {Figure} figure */
function row({ item, tries, failures, measured = "" }) {
  return [item, tries.toLocaleString("en"), failures === 0 ? "0" : `**${failures}**`, measured];
}

/** @param {readonly Figure[]} figures */
function summed(figures) {
  /** @type {Map<string, Figure>} */
  const items = new Map();
  for (const figure of figures) {
    const before = items.get(figure.item);
    const { tries, failures } = figure;
    const sum = before ? { tries: before.tries + tries, failures: before.failures + failures } : { tries, failures };
    items.set(figure.item, { ...before, ...figure, ...sum });
  }
  return [...items.values()].sort((one, other) => one.item.localeCompare(other.item));
}

const isNumber = (/** @type {number} */ column) => column === 1 || column === 2;

/**
 * @param {string} cell
 * @param {number} width
 * @param {number} column
 */
function pad(cell, width, column) {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}
