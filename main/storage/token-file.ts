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
  rejected: v.boolean(),
  remindersDone: v.array(v.picklist(reminderLeads.map(({ lead }) => lead))),
});

const tokenFileSchema = v.object({
  schemaVersion: v.literal(1),
  /** By the origin of the API that issued it: a token is of use, and is shown, there only. */
  tokens: v.record(v.string(), tokenRecordSchema),
  /** Tokens that could not be read when a new one took their place. */
  keptAside: v.array(v.object({ ...tokenRecordSchema.entries, apiOrigin: v.string() })),
});

const laterSchema = v.object({ schemaVersion: v.pipe(v.number(), v.gtValue(1)) });

export type TokenRecord = v.InferOutput<typeof tokenRecordSchema>;
export type TokenFile = v.InferOutput<typeof tokenFileSchema>;

export const emptyTokenFile: TokenFile = { schemaVersion: 1, tokens: {}, keptAside: [] };

/** A file that cannot be read is `damaged`, whatever the reason; one of a later schema is not ours to understand. */
export type FoundTokenFile =
  | { readonly kind: "missing" | "damaged" | "newer" }
  | { readonly kind: "whole"; readonly content: TokenFile };

/** Reads the file as it is. A plain small read: it is also made before the store is there, for the tray's first moment. */
export function readTokenFile(folder: string): FoundTokenFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, `${tokenFileName}.json`), "utf8"));
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "damaged" };
  }
  const parsed = v.safeParse(tokenFileSchema, content);
  if (parsed.success) return { kind: "whole", content: parsed.output };
  return { kind: v.is(laterSchema, content) ? "newer" : "damaged" };
}
