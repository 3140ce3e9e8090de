import type { Settings } from "../../../domain/settings.ts";
import { reminderWords } from "../../../main/notifications/reminder-words.ts";
import { desktopTexts } from "../../../texts/desktop.ts";
import { type Shown, shownLocale } from "./running-app.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const units = { day: dayMs, hour: hourMs, minute: minuteMs };

/** How long before the expiry each chosen reminder comes, ms, by the name that the app has for it. */
export function choices({ reminders, ownReminder }: Settings): Map<string, number> {
  const all: [string, number, boolean][] = [
    ["7-days", 7 * dayMs, reminders["7-days"]],
    ["1-day", dayMs, reminders["1-day"]],
    ["1-hour", hourMs, reminders["1-hour"]],
    ["expiry", 0, reminders.expiry],
    [ownReminder.days === 1 ? "1-day" : `${ownReminder.days}-days`, ownReminder.days * dayMs, ownReminder.enabled],
  ];
  return new Map(all.filter(([, , chosen]) => chosen).map(([name, beforeMs]) => [name, beforeMs]));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Of a zone that is named, so that it does not go by the computer's. */
function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat(shownLocale, { dateStyle: "medium", timeStyle: "short", timeZone });
  formats.set(timeZone, format);
  return format;
}

/** What is wrong with what the tray shows of a token. */
export function wronglyShown(shown: Shown, expiresAtMs: number, nowMs: number, zone: string): readonly string[] {
  const leftMs = expiresAtMs - nowMs;
  const status = leftMs <= 0 ? "expired" : leftMs <= 7 * dayMs ? "expires-soon" : "valid";
  const there = dateFormat(zone).format(expiresAtMs);
  return [
    ...(shown.status === status ? [] : [`the tray says ${shown.status} of a token that is ${status}`]),
    ...(shown.expiry.includes(there) ? [] : [`the tray says "${shown.expiry}" in ${zone}, where it is ${there}`]),
  ];
}

/** The title of a reminder that comes so long before the expiry, if it says a wrong time. */
export function wrongTitle(leftMs: number): string | undefined {
  const { title } = reminderWords(desktopTexts("en", "sentence"), leftMs, { rejected: false, problem: undefined });
  const [, count, unit] = /expires in (\d+) (day|hour|minute)s?$/.exec(title) ?? [];
  const unitMs = units[unit as keyof typeof units];
  const saidMs = Number(count) * unitMs;
  const isRight =
    leftMs <= 0
      ? title === "Verifik token expired"
      : leftMs < minuteMs / 2 || (saidMs <= leftMs + minuteMs / 2 && saidMs > leftMs - unitMs);
  return isRight ? undefined : `"${title}", ${leftMs} ms before the expiry`;
}
