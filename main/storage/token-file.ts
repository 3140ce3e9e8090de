import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { reminderLeads } from "../domain/reminder.ts";

/** The store's file in the user-data folder; electron-store adds ".json". */
export const tokenFileName = "token";

const moment = v.pipe(v.number(), v.safeInteger());

const tokenRecordSchema = v.object({
  /** What the system's keyring made of the token, base64. */
  ciphertext: v.pipe(v.string(), v.base64(), v.nonEmpty()),
  /** Whose key it was encrypted with, by Electron's name for it. */
  keyring: v.string(),
  obtainedAtMs: moment,
  expiresAtMs: moment,
  expiryEstimated: v.boolean(),
  maskedPhone: v.string(),
  remindersDone: v.array(v.picklist(reminderLeads.map(({ lead }) => lead))),
});

const tokenFileSchema = v.object({
  schemaVersion: v.literal(1),
  /** By the origin of the API that issued it: a token is of use, and is shown, there only. */
  tokens: v.record(v.string(), tokenRecordSchema),
  /** Tokens that could not be read when a new one took their place. */
  keptAside: v.array(v.object({ ...tokenRecordSchema.entries, apiOrigin: v.string() })),
});

export type TokenRecord = v.InferOutput<typeof tokenRecordSchema>;
export type TokenFile = v.InferOutput<typeof tokenFileSchema>;

export const emptyTokenFile: TokenFile = { schemaVersion: 1, tokens: {}, keptAside: [] };

/** The file's content, or `undefined` when it is no token file. */
export function parseTokenFile(content: unknown): TokenFile | undefined {
  const parsed = v.safeParse(tokenFileSchema, content);
  return parsed.success ? parsed.output : undefined;
}

/** The file was written by a version of this application that knows more than this one. */
export function isFromNewerVersion(content: unknown): boolean {
  return v.is(v.object({ schemaVersion: v.pipe(v.number(), v.gtValue(1)) }), content);
}

/**
 * A plain small read for the tray's first moment, before the store and the keyring are there: what is stored for this
 * origin, as far as it can be told. Whatever is wrong with the file is the store's to find, and to say, a moment later.
 */
export function peekTokenRecord(userDataFolder: string, apiOrigin: string): TokenRecord | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(join(userDataFolder, `${tokenFileName}.json`), "utf8"));
    return parseTokenFile(content)?.tokens[apiOrigin];
  } catch {
    return undefined;
  }
}
