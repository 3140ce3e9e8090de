import * as v from "valibot";
import {
  automaticRenewals,
  clipboardClearings,
  commandLineKnowns,
  defaultSettings,
  isVariableName,
  languageChoices,
  longestOwnReminderDays,
  type Settings,
  updateChecks,
} from "../../domain/settings.ts";
import { fixedOffsets } from "../../domain/token/reminder.ts";
import { type JsonFile, readJsonFile } from "./json-file.ts";

/** Each wrong field gets its own default: a field edited by hand or written by another version does not spoil the others. */
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
  automaticRenewal: v.fallback(v.optional(v.picklist(automaticRenewals)), undefined),
  commandLine: v.fallback(v.boolean(), defaultSettings.commandLine),
  commandLineKnown: v.fallback(v.optional(v.picklist(commandLineKnowns)), undefined),
});

/** Fields of other versions stay in the file. */
const settingsFileSchema = v.looseObject({ schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export type SettingsFile = v.InferOutput<typeof settingsFileSchema>;

export const settingsFile: JsonFile<SettingsFile> = {
  name: "settings",
  schema: settingsFileSchema,
  empty: { schemaVersion: 1, ...defaultSettings },
};

/** The settings in this content; the default for each field that is missing or wrong. */
export function settingsIn(content: SettingsFile): Settings {
  return { ...defaultSettings, ...v.parse(settingsSchema, content) };
}

/** Reads settings.json without a store, for the menu's first state. The defaults when it is missing or cannot be read. */
export function readSettingsFile(folder: string): Settings {
  const found = readJsonFile(folder, settingsFile);
  return settingsIn(found.kind === "whole" ? found.content : settingsFile.empty);
}
