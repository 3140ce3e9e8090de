import { type Figure, isWithinBound } from "./figures.ts";
import type { Summary } from "./statistics.ts";

const heads = ["figure", "bare Electron", "this app", "compared", "at most", ""];

/** One row for each figure: medians, with the least and the most of all rounds. Markdown that can be read as it is. */
export function table(figures: readonly Figure[]): string {
  const rows = [heads, ...figures.map(row)];
  const widths = heads.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join("\n");
}

function row(figure: Figure): string[] {
  const { title, unit, app, baseline, compared, atMost } = figure;
  const ofWindow = baseline?.name === "bare + window" ? " †" : "";
  return [
    title,
    baseline ? `${range(baseline.summary, unit)}${ofWindow}` : "",
    range(app, unit),
    compared.by === "value" ? "" : comparison(compared),
    atMost === undefined ? "" : bound(compared.by, atMost, unit),
    atMost === undefined ? "" : isWithinBound(figure) ? "ok" : "MISSED",
  ];
}

function comparison(compared: Figure["compared"]): string {
  if (compared.by === "ratio") return `× ${span(compared, 2)}`;
  return `${compared.median < 0 ? "" : "+ "}${span(compared, 1)}`;
}

function bound(by: Figure["compared"]["by"], atMost: number, unit: Figure["unit"]): string {
  if (by === "ratio") return `× ${atMost.toFixed(2)}`;
  return withUnit(`${by === "difference" ? "+ " : ""}${atMost}`, unit);
}

function range(summary: Summary, unit: Figure["unit"]): string {
  return withUnit(span(summary, unit === "" ? 0 : 1), unit);
}

/** The median, and in brackets the least and the most if there was more than one. */
function span({ median, min, max }: Summary, digits: number): string {
  const shown = (value: number) => value.toFixed(digits);
  return min === max ? shown(median) : `${shown(median)} (${shown(min)}–${shown(max)})`;
}

function withUnit(text: string, unit: Figure["unit"]): string {
  return unit === "" ? text : `${text} ${unit}`;
}
