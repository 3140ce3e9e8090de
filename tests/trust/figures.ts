import { appendFileSync } from "node:fs";

/** What the trust suite's table says of one item: docs/trust.md. */
export interface Figure {
  readonly part: "leaks" | "losses";
  /** What was tried, in the table's words. */
  readonly item: string;
  readonly tries: number;
  readonly failures: number;
  /** A measured value that is no count, e.g. "upper bound 0.9 kB a cycle". */
  readonly measured?: string;
}

/** `npm run test:trust` tries as often as it promises; `npm test` a few times, to see that the test itself is well. */
export function howOften({ full, short }: { readonly full: number; readonly short: number }): number {
  return process.env.VERIFIK_TRAY_TRUST === "full" ? full : short;
}

/** Adds a line to the table, before the test asserts, so that failures are counted too. */
export function recordFigure(figure: Figure): void {
  const { VERIFIK_TRAY_TRUST_FIGURES: file } = process.env;
  // One write of one short line: workers that append at the same time do not mix.
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}
