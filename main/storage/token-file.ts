import * as v from "valibot";
import { longestOwnReminderDays } from "../../domain/settings.ts";
import { daysOffset, fixedOffsets, type ReminderOffset } from "../../domain/token/reminder.ts";
import { type FoundFile, type JsonFile, readJsonFile } from "./json-file.ts";

/** The file's name in the user-data folder, without ".json". */
export const tokenFileName = "token";

/** Unix time in milliseconds, within the range of dates: https://tc39.es/ecma262/#sec-time-values-and-time-range */
export const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(-8.64e15), v.maxValue(8.64e15));

const encryptedEntries = {
  /** The keyring's ciphertext in base64. */
  ciphertext: v.pipe(v.string(), v.base64(), v.nonEmpty()),
  /** Electron's name of the keyring that encrypted it. */
  keyring: v.string(),
};

/** Unknown reminders, of another version, are dropped: they must not cost the token. */
export const reminderOffsets = v.pipe(
  v.array(v.string()),
  v.transform((offsets) => offsets.filter(isReminderOffset)),
);

const tokenRecordSchema = v.object({
  ...encryptedEntries,
  obtainedAtMs: moment,
  expiresAtMs: moment,
  expiryEstimated: v.boolean(),
  maskedPhone: v.string(),
  rejected: v.boolean(),
  remindersDone: reminderOffsets,
});

const tokenFileSchema = v.object({
  schemaVersion: v.literal(1),
  /** By the origin of the API that issued the token. */
  tokens: v.record(v.string(), tokenRecordSchema),
  /** Tokens that could not be decrypted when a new one was stored. */
  keptAside: v.array(v.object({ ...tokenRecordSchema.entries, apiOrigin: v.string() })),
  /** The phone number of the last login, by API origin. Older files have none. A damaged entry must not cost the token. */
  numbers: v.fallback(v.record(v.string(), v.object(encryptedEntries)), {}),
});

export type TokenRecord = v.InferOutput<typeof tokenRecordSchema>;
export type TokenFile = v.InferOutput<typeof tokenFileSchema>;

export const tokenFile: JsonFile<TokenFile> = {
  name: tokenFileName,
  schema: tokenFileSchema,
  empty: { schemaVersion: 1, tokens: {}, keptAside: [], numbers: {} },
};

/** Reads token.json without a store, for the icon's first state. */
export function readTokenFile(folder: string): FoundFile<TokenFile> {
  return readJsonFile(folder, tokenFile);
}

function isReminderOffset(text: string): text is ReminderOffset {
  if (fixedOffsets.some((offset) => offset === text)) return true;
  const days = Number.parseInt(text, 10);
  return days >= 1 && days <= longestOwnReminderDays && text === daysOffset(days);
}
