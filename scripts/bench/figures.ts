import { markdownTable } from "markdown-table";
import type { Measurement } from "./round.ts";
import { pairDifferences, pairRatios, type Summary, summarize } from "./statistics.ts";

/** All values of one run. The rounds of both subjects pair, and so do their idle minutes. */
export interface Measurements {
  readonly bare: readonly Measurement[];
  readonly app: readonly Measurement[];
  readonly commandMs: { readonly bare: readonly number[]; readonly app: readonly number[] };
  readonly idleCpuMs: { readonly bare: readonly number[]; readonly app: readonly number[] };
  readonly asarBytes: number;
}

export interface Figure {
  readonly title: string;
  readonly unit: "ms" | "MB" | "kB";
  readonly bare: Summary | undefined;
  readonly app: Summary;
  /** The bound is for the median of this: ratio or difference of each pair, or the application's own value. */
  readonly compared: Summary;
  readonly by: "ratio" | "difference" | "value";
  readonly atMost: number;
}

/** Returns the figures and their bounds. Throws when a value is missing. */
export function figuresOf({ bare, app, commandMs, idleCpuMs, asarBytes }: Measurements): Figure[] {
  const values = (name: keyof Measurement, baseline = name) =>
    [bare.map((one) => one[baseline]), app.map((one) => one[name])] as const;
  return [
    ratio("process start → icon on the bus", "ms", 1.08, ...values("iconMs")),
    ratio("process start → menu with the true token state (bare: icon)", "ms", 1.35, ...values("menuMs", "iconMs")),
    ratio("CPU time to the icon, all processes", "ms", 1.1, ...values("cpuToIconMs")),
    ratio("idle memory, window never opened", "MB", 1.06, ...values("idleMb")),
    ratio("idle memory 10 s after the window was closed", "MB", 1.06, ...values("closedMb")),
    ratio("menu click → window painted", "ms", 1.5, ...values("openMs")),
    difference("CPU time while idle, per minute", "ms", 10, idleCpuMs.bare, idleCpuMs.app),
    difference("menu click → text readable by another process", "ms", 20, ...values("copyMs")),
    ratio(
      "`verifik-tray token` → standard output (bare: an empty Electron that prints)",
      "ms",
      1.15,
      commandMs.bare,
      commandMs.app,
    ),
    // 900 until main got the numbering plans of all kinds of number (196 kB with their reader): docs/adr/0005-dependencies.md.
    // 1050 until the command line came, whose bundle is separate (28 kB): docs/adr/0019-token-for-programs.md.
    size("app.asar", 1_100, asarBytes),
  ];
}

export function isWithinBound({ compared, atMost }: Figure): boolean {
  return compared.median <= atMost;
}

type Values = readonly number[];

function ratio(title: string, unit: Figure["unit"], atMost: number, bare: Values, app: Values): Figure {
  const compared = summarize(pairRatios(app, bare));
  return { title, unit, atMost, bare: summarize(bare), app: summarize(app), compared, by: "ratio" };
}

function difference(title: string, unit: Figure["unit"], atMost: number, bare: Values, app: Values): Figure {
  const compared = summarize(pairDifferences(app, bare));
  return { title, unit, atMost, bare: summarize(bare), app: summarize(app), compared, by: "difference" };
}

function size(title: string, atMost: number, bytes: number): Figure {
  const kilobytes = summarize([bytes / 1_000]);
  return { title, unit: "kB", atMost, bare: undefined, app: kilobytes, compared: kilobytes, by: "value" };
}

/** Returns a Markdown table with a row for each figure: medians, and in brackets the least and the most. */
export function figuresTable(figures: readonly Figure[]): string {
  const heads = ["figure", "bare Electron", "this app", "compared", "at most", ""];
  return markdownTable([heads, ...figures.map(row)]);
}

function row(figure: Figure): string[] {
  const { title, unit, bare, app, compared, by, atMost } = figure;
  const cells = {
    ratio: [`× ${span(compared, 2)}`, `× ${atMost.toFixed(2)}`],
    difference: [`${compared.median < 0 ? "" : "+ "}${span(compared, 1)} ${unit}`, `+ ${atMost} ${unit}`],
    value: ["", `${atMost} ${unit}`],
  };
  return [
    title,
    bare ? `${span(bare, 1)} ${unit}` : "",
    `${span(app, 1)} ${unit}`,
    ...cells[by],
    isWithinBound(figure) ? "ok" : "MISSED",
  ];
}

function span({ median, min, max }: Summary, digits: number): string {
  const shown = (value: number) => value.toFixed(digits);
  return min === max ? shown(median) : `${shown(median)} (${shown(min)}–${shown(max)})`;
}
