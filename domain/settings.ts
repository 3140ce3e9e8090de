import { daysOffset, type FixedOffset, fixedOffsets, type ReminderOffset } from "./token/reminder.ts";

/** The settings, all with a default. */
export interface Settings {
  /** Which fixed reminders are on. */
  readonly reminders: Readonly<Record<FixedOffset, boolean>>;
  /** One custom reminder: whole days before the expiry, 1 to 365. */
  readonly ownReminder: { readonly enabled: boolean; readonly days: number };
  readonly clipboardClearing: ClipboardClearing;
  /** The variable's name in a copied `.env` line. */
  readonly variableName: string;
  /** "system" is the first of the system's languages that the app speaks. */
  readonly language: LanguageChoice;
  /** The last choice of "Remember this number". */
  readonly rememberNumber: boolean;
  /** The last login's country, ISO 3166-1 alpha-2. */
  readonly lastRegionCode: string | undefined;
  /** Whether the app looks for newer versions; until it is chosen (`undefined`), that depends on how the app was installed. */
  readonly updateCheck: (typeof updateChecks)[number] | undefined;
  /** Whether the token is renewed by itself. Off until it is chosen (`undefined`). */
  readonly automaticRenewal: (typeof automaticRenewals)[number] | undefined;
  /** Whether the `verifik-tray` command may read the token. */
  readonly commandLine: boolean;
  /**
   * Whether the person knows that the command line was switched on, or that it was used since then. `undefined` while it is off, and if
   * another program has switched it on in the file.
   */
  readonly commandLineKnown: (typeof commandLineKnowns)[number] | undefined;
}

/** The present settings and their changes. */
export interface CurrentSettings {
  readonly settings: Settings;
  /** Returns the unsubscribe. */
  onChanged(listener: () => void): () => void;
}

/** When a copied token is cleared from the clipboard. Quitting and locking the screen clear it in every case. */
export type ClipboardClearing = (typeof clipboardClearings)[number];
export const clipboardClearings = ["15-seconds", "45-seconds", "2-minutes", "at-quit"] as const;

type LanguageChoice = (typeof languageChoices)[number];
export const languageChoices = ["system", "en", "es"] as const;

export const updateChecks = ["on", "off"] as const;
export const automaticRenewals = ["on", "off"] as const;
export const commandLineKnowns = ["switched-on", "used"] as const;

/** Usual names for the token's variable: from Verifik's documentation, from its SDKs, and a general one. */
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
  automaticRenewal: undefined,
  commandLine: false,
  commandLineKnown: undefined,
};

/** True for a name that every shell and dotenv library accepts. */
export function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(text);
}

/** Delay in ms after which the clipboard is cleared; `undefined` for no delay of its own. */
export function clearsAfterMs(clearing: ClipboardClearing): number | undefined {
  return { "15-seconds": 15_000, "45-seconds": 45_000, "2-minutes": 120_000, "at-quit": undefined }[clearing];
}

/** The offsets of all enabled reminders. */
export function enabledOffsets({ reminders, ownReminder }: Settings): readonly ReminderOffset[] {
  const fixed = fixedOffsets.filter((offset) => reminders[offset]);
  const own = daysOffset(ownReminder.days);
  return ownReminder.enabled && !fixed.some((offset) => offset === own) ? [own, ...fixed] : fixed;
}
