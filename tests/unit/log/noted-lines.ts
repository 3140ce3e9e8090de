import { onTestFinished } from "vitest";
import { startLog } from "../../../main/log/log.ts";

/** The entries that the log receives from now on: "warn token-not-noted error=ENOSPC". */
export function notedLines(): readonly string[] {
  const lines: string[] = [];
  onTestFinished(() => startLog(() => {}));
  startLog((level, text) => lines.push(`${level} ${text}`));
  return lines;
}
