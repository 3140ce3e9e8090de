import { shortDate } from "../../texts/short-date.ts";

/** `shortDate` with non-breaking spaces, so that a line can break only between the date and the time. `momentMs`: since the epoch. */
export function unbrokenDate(momentMs: number, locale: string): string {
  return shortDate(momentMs, locale).replace(/ (?!\S*:)/g, "\u00a0");
}
