import { existsSync, readFileSync } from "node:fs";

/** @typedef {import("../../tests/trust/figures.ts").Figure} Figure */

const titles = { leaks: "Nothing leaks", losses: "Nothing is lost" };

/**
 * @param {string} file what the tests have recorded, a JSON object a line
 * @returns {Figure[]}
 */
export function readFigures(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/**
 * A Markdown table that can be read as it is. Lines of one item are summed: several tests may try the same.
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
