import { daysOffset, type FixedOffset, fixedOffsets, type ReminderOffset } from "./reminders/reminder.ts";

/** What a person can choose; each has a default that most never need to change. */
export interface Settings {
  /** Which reminders come, by how long before the expiry they do. */
  readonly reminders: Readonly<Record<FixedOffset, boolean>>;
  /** One more reminder, that many days before; whole days, 1 to 365. */
  readonly ownReminder: { readonly enabled: boolean; readonly days: number };
  readonly clipboardClearing: ClipboardClearing;
  /** The name in a copied `.env` line. */
  readonly variableName: string;
  /** "system": the first of the system's languages that there are texts in. */
  readonly language: LanguageChoice;
  /** Whether the number of the next login is kept for the one after it; as it was chosen last. */
  readonly rememberNumber: boolean;
  /** ISO 3166-1 alpha-2, of the last login. */
  readonly lastRegionCode: string | undefined;
  /** Whether newer versions are looked for; `undefined` until it is chosen: then it depends on how this one was installed. */
  readonly updateCheck: (typeof updateChecks)[number] | undefined;
}

/** The settings as they are now, for whoever follows them. */
export interface CurrentSettings {
  readonly settings: Settings;
  /** Returns the unsubscribe. */
  onChanged(listener: () => void): () => void;
}

/** When a copied token is taken off the clipboard; "at-quit" is also when the screen is locked, as with all others. */
export type ClipboardClearing = (typeof clipboardClearings)[number];
export const clipboardClearings = ["15-seconds", "45-seconds", "2-minutes", "at-quit"] as const;

export type LanguageChoice = (typeof languageChoices)[number];
export const languageChoices = ["system", "en", "es"] as const;

export const updateChecks = ["on", "off"] as const;

/** The names that people store the token under; the first is of Verifik's documentation, the second of its SDKs. */
export const usualVariableNames = ["VERIFIK_TOKEN", "VERIFIK_CLIENT_JWT", "VERIFIK_API_KEY"] as const;

export const longestOwnReminderDays = 365;

export const defaultSettings: Settings = {
  reminders: { "7-days": true, "1-day": true, "1-hour": true, expiry: true },
  ownReminder: { enabled: false, days: 14 },
  clipboardClearing: "45-seconds",
  variableName: usualVariableNames[0],
  language: "system",
  rememberNumber: true,
  lastRegionCode: undefined,
  updateCheck: undefined,
};

/** A name that every shell and dotenv library takes. */
export function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(text);
}

/** Time in ms after which the clipboard is cleared by itself; `undefined` for not at all. */
export function clearsAfterMs(clearing: ClipboardClearing): number | undefined {
  return { "15-seconds": 15_000, "45-seconds": 45_000, "2-minutes": 120_000, "at-quit": undefined }[clearing];
}

/** The reminders that are switched on. */
export function enabledOffsets({ reminders, ownReminder }: Settings): readonly ReminderOffset[] {
  const fixed = fixedOffsets.filter((lead) => reminders[lead]);
  const own = daysOffset(ownReminder.days);
  return ownReminder.enabled && !fixed.some((lead) => lead === own) ? [own, ...fixed] : fixed;
}
