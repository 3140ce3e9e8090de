import * as v from "valibot";
import { longestOwnReminderDays } from "../../domain/settings.ts";
import { daysOffset, fixedOffsets, type ReminderOffset } from "../../domain/token/reminder.ts";
import { type FoundFile, type JsonFile, readJsonFile } from "./json-file.ts";

/** The store's file in the user-data folder, without ".json". */
export const tokenFileName = "token";

/** As far as dates go; beyond it they cannot be shown: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(-8.64e15), v.maxValue(8.64e15));

const encryptedEntries = {
  /** What the system's keyring made of it, base64. */
  ciphertext: v.pipe(v.string(), v.base64(), v.nonEmpty()),
  /** Whose key it was encrypted with, by Electron's name for it. */
  keyring: v.string(),
};

const tokenRecordSchema = v.object({
  ...encryptedEntries,
  obtainedAtMs: moment,
  expiresAtMs: moment,
  expiryEstimated: v.boolean(),
  maskedPhone: v.string(),
  rejected: v.boolean(),
  /** Without those that only another version knows: a token is worth more than what was reminded of. */
  remindersDone: v.pipe(
    v.array(v.string()),
    v.transform((leads) => leads.filter(isReminderLead)),
  ),
});

const tokenFileSchema = v.object({
  schemaVersion: v.literal(1),
  /** By the origin of the API that issued it: a token is of use, and is shown, there only. */
  tokens: v.record(v.string(), tokenRecordSchema),
  /** Tokens that could not be read when a new one took their place. */
  keptAside: v.array(v.object({ ...tokenRecordSchema.entries, apiOrigin: v.string() })),
  /** Phone numbers of the last login, by API origin. Earlier files have none; odd ones must not cost the token. */
  numbers: v.fallback(v.record(v.string(), v.object(encryptedEntries)), {}),
});

export type TokenRecord = v.InferOutput<typeof tokenRecordSchema>;
export type TokenFile = v.InferOutput<typeof tokenFileSchema>;

export const tokenFile: JsonFile<TokenFile> = {
  name: tokenFileName,
  schema: tokenFileSchema,
  empty: { schemaVersion: 1, tokens: {}, keptAside: [], numbers: {} },
};

export function readTokenFile(folder: string): FoundFile<TokenFile> {
  return readJsonFile(folder, tokenFile);
}

function isReminderLead(text: string): text is ReminderOffset {
  if (fixedOffsets.some((lead) => lead === text)) return true;
  const days = Number.parseInt(text, 10);
  return days >= 1 && days <= longestOwnReminderDays && text === daysOffset(days);
}
