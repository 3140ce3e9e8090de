import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import "./electron-store-in-node.ts";
import { defaultSettings, type Settings } from "../../../domain/settings.ts";
import { readSettingsFile } from "../../../main/storage/settings-file.ts";
import { SettingsStore } from "../../../main/storage/settings-store.ts";
import { StorageFolder } from "./storage-folder.ts";

const chosen: Settings = {
  reminders: { "7-days": false, "1-day": true, "1-hour": false, expiry: true },
  ownReminder: { enabled: true, days: 365 },
  clipboardClearing: "at-quit",
  variableName: "MY_TOKEN",
  language: "es",
  rememberNumber: false,
  lastRegionCode: "CO",
  updateCheck: "off",
  automaticRenewal: "on",
  commandLine: true,
  commandLineKnown: "used",
};

function open(folder: StorageFolder): SettingsStore {
  return new SettingsStore(folder.path, Date.UTC(2026, 10, 21));
}

/** The settings in this file. The read before the icon and the store must agree on them. */
function settingsOf(content: unknown): Settings {
  const folder = new StorageFolder();
  folder.write("settings.json", content);
  const early = readSettingsFile(folder.path);
  expect(open(folder).settings).toEqual(early);
  return early;
}

describe("reading", () => {
  test("returns the defaults without a file and without a folder", () => {
    const folder = new StorageFolder();
    expect(readSettingsFile(join(folder.path, "nowhere"))).toEqual(defaultSettings);
    expect(open(folder).settings).toEqual(defaultSettings);
    expect(folder.names()).toEqual([]);
  });

  test.each(["", "garbage", "null", '"text"', "[]", "{}", '{"schemaVersion":"1"}'])(
    "returns the defaults and sets a damaged file aside: %s",
    (content) => {
      const folder = new StorageFolder();
      folder.write("settings.json", content);
      expect(readSettingsFile(folder.path)).toEqual(defaultSettings);
      const store = open(folder);
      expect([store.settings, store.problem]).toEqual([defaultSettings, "damaged"]);
      expect(folder.names()).toEqual(["settings.set-aside-2026-11-21T00-00-00.000Z.json"]);
    },
  );

  test.each<[keyof Settings, unknown]>([
    ["reminders", "none"],
    ["ownReminder", { enabled: true, days: 0 }],
    ["ownReminder", { enabled: true, days: 366 }],
    ["ownReminder", { enabled: true, days: 1.5 }],
    ["ownReminder", { days: 3 }],
    ["clipboardClearing", "never"],
    ["variableName", "2FAST"],
    ["variableName", "A B"],
    ["language", "fr"],
    ["rememberNumber", "yes"],
    ["lastRegionCode", "co"],
    ["lastRegionCode", null],
    ["updateCheck", "daily"],
    ["updateCheck", true],
  ])("takes the default where %s is %j, and keeps the other fields", (name, value) => {
    expect(settingsOf({ schemaVersion: 1, ...chosen, [name]: value })).toEqual({
      ...chosen,
      [name]: defaultSettings[name],
    });
  });

  test("takes the default for a missing field, and for one wrong reminder", () => {
    expect(settingsOf({ schemaVersion: 1, language: "en" })).toEqual({ ...defaultSettings, language: "en" });
    const reminders = { "7-days": false, "1-day": "no" };
    expect(settingsOf({ schemaVersion: 1, reminders }).reminders).toEqual({
      "7-days": false,
      "1-day": true,
      "1-hour": true,
      expiry: true,
    });
  });

  test("reads the known fields of a newer version's file, and keeps its own fields after a change", async () => {
    const folder = new StorageFolder();
    folder.write("settings.json", { schemaVersion: 2, ...chosen, language: "fr", theme: { contrast: "high" } });
    const store = open(folder);
    expect([store.settings, store.problem]).toEqual([{ ...chosen, language: "system" }, undefined]);
    expect(await store.change({ language: "en" })).toEqual({ ok: true, value: undefined });
    expect(JSON.parse(folder.read("settings.json"))).toEqual({
      schemaVersion: 2,
      ...chosen,
      language: "en",
      theme: { contrast: "high" },
    });
  });
});

describe("changing", () => {
  test("calls the listeners and is there at the next start", async () => {
    const folder = new StorageFolder();
    const store = open(folder);
    const heard: Settings[] = [];
    store.onChanged(() => heard.push(store.settings));
    expect((await store.change({ clipboardClearing: "2-minutes" })).ok).toBe(true);
    expect((await store.change(chosen)).ok).toBe(true);
    expect(heard).toEqual([{ ...defaultSettings, clipboardClearing: "2-minutes" }, chosen]);
    expect(open(folder).settings).toEqual(chosen);
    expect(readSettingsFile(folder.path)).toEqual(chosen);
  });

  test("twice at once ends with the later choice", async () => {
    const store = open(new StorageFolder());
    await Promise.all([store.change({ rememberNumber: false }), store.change({ rememberNumber: true })]);
    expect(store.settings.rememberNumber).toBe(true);
  });

  test("removes the region from the file when it is unknown", async () => {
    const folder = new StorageFolder();
    await open(folder).change(chosen);
    const store = open(folder);
    await store.change({ lastRegionCode: undefined });
    expect(JSON.parse(folder.read("settings.json"))).not.toHaveProperty("lastRegionCode");
    expect(open(folder).settings).toEqual({ ...chosen, lastRegionCode: undefined });
  });

  test("to the same values writes nothing and calls no listener; nor does a listener hear anything after it has ended", async () => {
    const folder = new StorageFolder();
    const store = open(folder);
    const listener = vi.fn();
    const stop = store.onChanged(listener);
    expect((await store.change({ ownReminder: { days: 14, enabled: false } })).ok).toBe(true);
    expect(folder.names()).toEqual([]);
    stop();
    await store.change({ language: "es" });
    expect(listener).not.toHaveBeenCalled();
  });

  test("keeps the old settings and calls no listener when the disk refuses", async () => {
    const folder = new StorageFolder();
    const store = open(folder);
    await store.change({ language: "es" });
    const allow = folder.refuse("settings.json");
    const listener = vi.fn();
    store.onChanged(listener);
    expect(await store.change({ language: "en" })).toEqual({ ok: false, error: { kind: "settings-not-stored" } });
    expect([store.settings.language, listener.mock.calls]).toEqual(["es", []]);
    allow();
    expect((await store.change({ language: "en" })).ok).toBe(true);
    expect(listener).toHaveBeenCalledOnce();
  });
});
