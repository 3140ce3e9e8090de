import { join } from "node:path";
import { expect, test } from "vitest";
import { readTokenFile, type TokenFile } from "../../../main/storage/token-file.ts";
import { StorageFolder } from "./storage-folder.ts";

const origin = "https://api.example";
const record = {
  ciphertext: "djExYWJj",
  keyring: "gnome_libsecret",
  obtainedAtMs: 1,
  expiresAtMs: 2,
  expiryEstimated: false,
  maskedPhone: "+57 ••••••••67",
  rejected: false,
  remindersDone: ["7-days"],
};
const whole = { schemaVersion: 1, tokens: { [origin]: record }, keptAside: [], numbers: {} };

function read(content: unknown): TokenFile | string {
  const folder = new StorageFolder();
  folder.write("token.json", content);
  const found = readTokenFile(folder.path);
  return found.kind === "whole" ? found.content : found.kind;
}

test("reads a file from before numbers were remembered", () => {
  const { numbers, ...earlier } = whole;
  expect(read(earlier)).toEqual({ ...whole, numbers });
});

test("reads remembered numbers, and drops damaged ones without losing the token", () => {
  const numbers = { [origin]: { ciphertext: "djExYWJj", keyring: "kwallet" } };
  expect(read({ ...whole, numbers })).toEqual({ ...whole, numbers });
  expect(read({ ...whole, numbers: { [origin]: "+573001234567" } })).toEqual(whole);
  expect(read({ ...whole, numbers: null })).toEqual(whole);
});

test("drops unknown reminders without losing the token", () => {
  const known = ["7-days", "1-day", "1-hour", "expiry", "2-days", "14-days", "365-days"];
  const unknown = [
    "0-days",
    "1-days",
    "-3-days",
    "014-days",
    "1.5-days",
    "366-days",
    "NaN-days",
    "14-days ",
    "days",
    "",
  ];
  const remindersDone = [...unknown, ...known];
  expect(read({ ...whole, tokens: { [origin]: { ...record, remindersDone } } })).toEqual({
    ...whole,
    tokens: { [origin]: { ...record, remindersDone: known } },
  });
});

test("finds no file without its folder, and calls a record without its expiry damaged", () => {
  expect(readTokenFile(join(new StorageFolder().path, "nowhere"))).toEqual({ kind: "missing" });
  const { expiresAtMs: _, ...incomplete } = record;
  expect(read({ ...whole, tokens: { [origin]: incomplete } })).toBe("damaged");
});
