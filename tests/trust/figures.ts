import { appendFileSync } from "node:fs";
import type { Figure } from "../../scripts/test/trust-table.mjs";

/** How often a test repeats: `full` in `npm run test:trust`, `short` in `npm test`, which only checks that the test works. */
export function howOften({ full, short }: { readonly full: number; readonly short: number }): number {
  return process.env.VERIFIK_TRAY_TRUST === "full" ? full : short;
}

/** Adds a row to the table in docs/trust.md. Call it before asserting, so that failures are counted too. */
export function recordFigure(figure: Figure): void {
  const { VERIFIK_TRAY_TRUST_FIGURES: file } = process.env;
  // One short line in one write: lines of workers that append at the same time do not mix.
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}
