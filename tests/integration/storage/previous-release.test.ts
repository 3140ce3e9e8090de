import { expect, test } from "vitest";
import "./electron-store-in-node.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import { copyOf } from "../../../domain/token/copied-token.ts";
import { type RenewalRecord, untried } from "../../../domain/token/renewal-record.ts";
import { SettingsStore } from "../../../main/storage/settings-store.ts";
import { createTokenNotes, NotesStore } from "../../../main/storage/token-notes.ts";
import { PreviousRelease } from "../../fixtures/previous-release/stored-files.ts";
import { keptToken, origin, startStorage } from "./start-storage.ts";
import { StorageFolder } from "./storage-folder.ts";

const phone = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" } as const;
const token = keptToken("a-token");
const copied = copyOf(token, 2_000);
const renewal: RenewalRecord = {
  ...untried(1_000, true),
  ...{ tries: 2, minted: 1, refusals: 1, triedAtMs: 3_000, nextAtMs: 4_000, failure: "refused" },
};

/** Starts the present stores on this folder. */
function start(folder: StorageFolder) {
  const settings = new SettingsStore(folder.path, 0);
  const notesStore = new NotesStore(folder.path, 0);
  return { ...startStorage(folder), settings, notesStore, notes: createTokenNotes(notesStore, origin) };
}

/** A folder in which this version has stored all that it stores. */
async function usedFolder(): Promise<StorageFolder> {
  const folder = new StorageFolder();
  const { vault, memory, settings, notes } = start(folder);
  expect(await vault.keep({ ...token, remindersDone: ["30-days", "7-days"] })).toBe("keyring");
  await memory.remember(phone);
  expect(notes.save({ copied, renewal })).toBe(true);
  expect((await settings.change({ automaticRenewal: "on", language: "es" })).ok).toBe(true);
  expect(folder.names()).toEqual(["settings.json", "token-notes.json", "token.json"]);
  return folder;
}

test("a person who goes back to the previous release finds the token, the number and the settings there", async () => {
  const folder = await usedFolder();
  const names = folder.names();
  const previous = new PreviousRelease(folder.path);
  // Nothing that this version wrote is unknown there, or it would be lost with the next write.
  expect(previous.tokenFile).toEqual(JSON.parse(folder.read("token.json")));
  expect(Object.keys(previous.tokenFile.tokens)).toEqual([origin]);
  expect(Object.keys(previous.tokenFile.numbers)).toEqual([origin]);
  const { automaticRenewal: _, commandLine: __, commandLineKnown: ___, ...knownThere } = defaultSettings;
  expect(previous.settings).toEqual({ ...knownThere, language: "es" });
  expect(folder.names()).toEqual(names);
});

test("after a while with the previous release its new token is there, automatic renewal is on, and the copied token is known", async () => {
  const folder = await usedFolder();
  const [names, notesBefore] = [folder.names(), folder.read("token-notes.json")];
  const previous = new PreviousRelease(folder.path);
  const ciphertext = await startStorage(folder).keyring.encrypt("a-newer-token");
  previous.changeTokenFile(({ tokens, ...rest }) => {
    const record = { ciphertext: ciphertext?.toString("base64") ?? "", keyring: "gnome_libsecret", maskedPhone: "+57" };
    const times = { obtainedAtMs: 5_000, expiresAtMs: 20_000, expiryEstimated: false };
    return {
      ...rest,
      tokens: { ...tokens, [origin]: { ...record, ...times, rejected: false, remindersDone: ["1-day"] } },
    };
  });
  previous.removeSetAside();
  await previous.changeSettings({ language: "en", rememberNumber: false });

  const { store, vault, memory, settings, notesStore, notes } = start(folder);
  const loaded = await vault.load();
  expect(loaded).toMatchObject({ kind: "token", token: { obtainedAtMs: 5_000, remindersDone: ["1-day"] } });
  expect(loaded.kind === "token" && loaded.token.bearerToken.reveal()).toBe("a-newer-token");
  expect(await memory.load()).toEqual(phone);
  expect(settings.settings).toEqual({
    ...defaultSettings,
    ...{ automaticRenewal: "on", language: "en", rememberNumber: false },
  });
  expect(notes.load()).toEqual({ copied, renewal });
  expect(folder.read("token-notes.json")).toBe(notesBefore);
  expect([store.problem, notesStore.problem, settings.problem]).toEqual([undefined, undefined, undefined]);
  expect(folder.names()).toEqual(names);
});
