import * as v from "valibot";
import {
  automaticRenewals,
  clipboardClearings,
  languageChoices,
  longestOwnReminderDays,
  updateChecks,
} from "../../domain/settings.ts";
import type { Commands } from "../commands.ts";
import { handleWith, typedText, wholeNumber } from "./handler.ts";
import type { ViewAnswers } from "./view-answers.ts";

const changedSettings = v.strictObject({
  reminders: v.exactOptional(
    v.strictObject({ "7-days": v.boolean(), "1-day": v.boolean(), "1-hour": v.boolean(), expiry: v.boolean() }),
  ),
  ownReminder: v.exactOptional(v.strictObject({ enabled: v.boolean(), days: wholeNumber(1, longestOwnReminderDays) })),
  clipboardClearing: v.exactOptional(v.picklist(clipboardClearings)),
  variableName: v.exactOptional(typedText),
  language: v.exactOptional(v.picklist(languageChoices)),
  updateCheck: v.exactOptional(v.picklist(updateChecks)),
  automaticRenewal: v.exactOptional(v.picklist(automaticRenewals)),
  commandLine: v.exactOptional(v.boolean()),
});

/** The settings screen. */
export function settingsHandlers(commands: Commands, answers: ViewAnswers) {
  return {
    "change-settings": handleWith(changedSettings, (changes) => answers.outcome(commands.changeSettings(changes))),
    "set-autostart": handleWith(v.strictObject({ enabled: v.boolean() }), ({ enabled }) =>
      answers.outcome(commands.setAutostart(enabled)),
    ),
  };
}
