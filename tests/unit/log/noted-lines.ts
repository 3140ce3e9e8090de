import { onTestFinished, vi } from "vitest";
import { startLog } from "../../../main/log/log.ts";

/** What the log notes from now on, without its moments; standard error is left out of it. */
export function notedLines(): readonly string[] {
  const lines: string[] = [];
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => {
    quiet.mockRestore();
    startLog({ append: () => {} }, () => 0);
  });
  startLog({ append: (line) => lines.push(line.slice(line.indexOf(" ") + 1)) }, () => 0);
  return lines;
}
