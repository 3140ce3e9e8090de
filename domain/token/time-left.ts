const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The time left in the largest whole unit, rounded down; `count` 0 means "less than a minute". */
export interface TimeLeft {
  readonly unit: "day" | "hour" | "minute";
  readonly count: number;
}

/** Days from one day on, hours from one hour on, else minutes. `remainingMs` may be negative. */
export function timeLeft(remainingMs: number): TimeLeft {
  if (remainingMs >= dayMs) return { unit: "day", count: Math.floor(remainingMs / dayMs) };
  if (remainingMs >= hourMs) return { unit: "hour", count: Math.floor(remainingMs / hourMs) };
  return { unit: "minute", count: Math.max(0, Math.floor(remainingMs / minuteMs)) };
}

/** Time in ms, above 0, until `timeLeft` changes; `undefined` once nothing is left. */
export function timeLeftChangesInMs(remainingMs: number): number | undefined {
  if (remainingMs <= 0) return undefined;
  const unitMs = remainingMs >= dayMs ? dayMs : remainingMs >= hourMs ? hourMs : minuteMs;
  // At exactly one unit the text still shows that unit, so it changes 1 ms later. Below a minute it changes at the end.
  return remainingMs < minuteMs ? remainingMs : (remainingMs % unitMs) + 1;
}
