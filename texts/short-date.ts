/** How a locale writes a moment in short: what CLDR has for "medium" dates with "short" times. */
interface DateStyle {
  readonly date: (day: number, month: string, year: number) => string;
  readonly months: readonly string[];
  /** Of 24 hours, in at least so many digits; or of 12, with the names of the two halves of the day. */
  readonly hours: 1 | 2 | readonly [string, string];
}

const english = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const british = english.with(8, "Sept");
const spanish = "ene feb mar abr may jun jul ago sept oct nov dic".split(" ");
const numbers = "01 02 03 04 05 06 07 08 09 10 11 12".split(" ");
const halves = ["a.\u00a0m.", "p.\u00a0m."] as const;

const dayFirst = (day: number, month: string, year: number) => `${day} ${month} ${year}`;
const unitedStates: DateStyle = {
  date: (day, month, year) => `${month} ${day}, ${year}`,
  months: english,
  hours: ["AM", "PM"],
};
const spain: DateStyle = { date: dayFirst, months: spanish, hours: 1 };
const latinAmerica: DateStyle = { date: dayFirst, months: spanish, hours: ["a.m.", "p.m."] };
const southernCone: DateStyle = { ...latinAmerica, hours: halves };

const styles: ReadonlyMap<string, DateStyle> = new Map([
  ["en", unitedStates],
  ["en-US", unitedStates],
  ["en-GB", { date: dayFirst, months: british, hours: 2 }],
  ["es", spain],
  ["es-ES", spain],
  ["es-419", latinAmerica],
  ["es-US", latinAmerica],
  ["es-MX", { ...latinAmerica, months: spanish.with(8, "sep") }],
  ["es-CO", { date: (day, month, year) => `${day}/${month}/${year}`, months: numbers, hours: halves }],
  ["es-AR", southernCone],
  ["es-CR", southernCone],
  ["es-DO", southernCone],
  ["es-EC", southernCone],
]);

/**
 * "Dec 21, 2026, 3:04 PM": short enough for a line of a menu. As `Intl` writes it, to which a test holds it; but for these
 * locales without `Intl`, whose first use reads through the data of all locales: 25 ms at each start, and 4 MB.
 */
export function shortDate(momentMs: number, locale: string): string {
  const style = styles.get(locale);
  if (!style) return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(momentMs);
  const moment = new Date(momentMs);
  const date = style.date(moment.getDate(), style.months[moment.getMonth()] ?? "", moment.getFullYear());
  return `${date}, ${time(moment, style.hours)}`;
}

/** The locales that are written without `Intl`. */
export const knownDateLocales: readonly string[] = [...styles.keys()];

function time(moment: Date, hours: DateStyle["hours"]): string {
  const hour = moment.getHours();
  const minutes = String(moment.getMinutes()).padStart(2, "0");
  if (typeof hours === "number") return `${String(hour).padStart(hours, "0")}:${minutes}`;
  return `${hour % 12 || 12}:${minutes} ${hours[hour < 12 ? 0 : 1]}`;
}
