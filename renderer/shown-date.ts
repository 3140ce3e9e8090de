import { formatDate } from "../texts/token-texts.ts";

/** As `formatDate` writes it, with a line's end between date and time only: "Dec 21, 2026, 3:04 PM". */
export function shownDate(momentMs: number, locale: string): string {
  return formatDate(momentMs, locale).replace(/ (?!\S*:)/g, "\u00a0");
}
