import { shortDate } from "../../texts/short-date.ts";

/** As `shortDate` writes it, with a line's end between date and time only: "Dec 21, 2026, 3:04 PM". */
export function shownDate(momentMs: number, locale: string): string {
  return shortDate(momentMs, locale).replace(/ (?!\S*:)/g, "\u00a0");
}
