/** "9:41" for a countdown: minutes and seconds, rounded up, so that it never shows 0:00 while time is left. Takes ms. */
export function countdown(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
