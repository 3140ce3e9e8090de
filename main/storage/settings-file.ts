import * as v from "valibot";
import {
  clipboardClearings,
  defaultSettings,
  isVariableName,
  languageChoices,
  longestOwnReminderDays,
  type Settings,
  updateChecks,
} from "../../domain/settings.ts";
import { fixedOffsets } from "../../domain/token/reminder.ts";
import { type JsonFile, readJsonFile } from "./json-file.ts";

/** Each field falls back on its own: one that was edited by hand, or that another version wrote, spoils no other. */
const settingsSchema = v.object({
  reminders: v.fallback(
    v.object(v.entriesFromList(fixedOffsets, v.fallback(v.boolean(), true))),
    defaultSettings.reminders,
  ),
  ownReminder: v.fallback(
    v.object({
      enabled: v.boolean(),
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestOwnReminderDays)),
    }),
    defaultSettings.ownReminder,
  ),
  clipboardClearing: v.fallback(v.picklist(clipboardClearings), defaultSettings.clipboardClearing),
  variableName: v.fallback(v.pipe(v.string(), v.check(isVariableName)), defaultSettings.variableName),
  language: v.fallback(v.picklist(languageChoices), defaultSettings.language),
  rememberNumber: v.fallback(v.boolean(), defaultSettings.rememberNumber),
  lastRegionCode: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), undefined),
  updateCheck: v.fallback(v.optional(v.picklist(updateChecks)), undefined),
});

/** Beside the settings it may hold what another version keeps there, which is left as it is. */
const settingsFileSchema = v.looseObject({ schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export type SettingsFile = v.InferOutput<typeof settingsFileSchema>;

export const settingsFile: JsonFile<SettingsFile> = {
  name: "settings",
  schema: settingsFileSchema,
  empty: { schemaVersion: 1 },
};

export function settingsIn(content: SettingsFile): Settings {
  return { ...defaultSettings, ...v.parse(settingsSchema, content) };
}

/** For the tray's first moment; the defaults where nothing is stored, or it cannot be read. */
export function readSettingsFile(folder: string): Settings {
  const found = readJsonFile(folder, settingsFile);
  return settingsIn(found.kind === "whole" ? found.content : settingsFile.empty);
}
