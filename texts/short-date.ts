/** "Dec 21, 2026, 3:04 PM", in the locale's own order and words: short enough for a line of a menu. `momentMs`: since the epoch. */
export function shortDate(momentMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(momentMs);
}
