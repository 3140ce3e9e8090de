/** "9:41" for a countdown. Rounded up to seconds, so that 0:00 means that no time is left. */
export function countdown(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "45 s", and "1:52" from one minute on. */
export function shortCountdown(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  return seconds < 60 ? `${seconds} s` : countdown(remainingMs);
}

/** "5 minutes" or "30 seconds" for screen readers. Full minutes from one minute on. */
export function spokenDuration(remainingMs: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.floor(seconds / 60), "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
