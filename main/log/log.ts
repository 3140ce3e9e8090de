import { eventText, type LogEvent, type LogLevel, logLevels } from "./event.ts";

type WriteEntry = (level: LogLevel, text: string) => void;

let write: WriteEntry | undefined;

/**
 * Adds an entry to the log. There is one log for the process, like `console`, because any part may have an entry to add.
 * `LogEvent` limits what an entry can say. Before `startLog` entries are dropped.
 */
export function log(event: LogEvent): void {
  write?.(logLevels[event.kind], eventText(event));
}

/** From now on `to` receives every entry. */
export function startLog(to: WriteEntry): void {
  write = to;
}
