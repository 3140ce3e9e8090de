/** "Dec 21", in Spanish "21 de diciembre"; with the year if it is not the present one. For the middle of a sentence. */
export function dayOfYear(momentMs: number, nowMs: number, locale: string): string {
  const sameYear = new Date(momentMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: locale.startsWith("es") ? "long" : "short",
    ...(!sameYear && { year: "numeric" }),
  }).format(momentMs);
}

/** Ends a sentence whose last word is a date: a time of day may end with its own full stop, as in "3:04 p. m." */
export function withFullStop(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}

/** "3:04 PM", in the locale's own form. `momentMs`: since the epoch. */
export function timeOfDay(momentMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(momentMs);
}

/** "Dec 21, 2026, 3:04 PM", in the locale's own order and words: short enough for a line of a menu. `momentMs`: since the epoch. */
export function shortDate(momentMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(momentMs);
}
