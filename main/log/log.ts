import { eventText, type LogEvent, logLevels } from "./event.ts";
import type { LogFile } from "./log-file.ts";
import { redact } from "./redact.ts";

let write: ((event: LogEvent) => void) | undefined;

/**
 * Notes what happened. One for the whole process, as `console` is, because everything may have something to note; what can be
 * noted is closed by `LogEvent`. Without `startLog`, as in most tests, nothing is written.
 */
export function log(event: LogEvent): void {
  write?.(event);
}

/** From now on events go to the file, and warnings and errors to standard error too. */
export function startLog(file: Pick<LogFile, "append">, nowMs: () => number): void {
  write = (event) => {
    const level = logLevels[event.kind];
    const text = redact(eventText(event));
    file.append(`${new Date(nowMs()).toISOString()} ${level} ${text}`);
    if (level !== "info") console.error(`${level}: ${text}`);
  };
}
