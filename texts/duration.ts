/** "9:41" for a countdown: minutes and seconds, rounded up, so that it never shows 0:00 while time is left. Takes ms. */
export function countdown(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "5 minutes", "30 seconds" for what is read out: minutes from one minute on. Takes ms. */
export function spokenDuration(remainingMs: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.floor(seconds / 60), "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
