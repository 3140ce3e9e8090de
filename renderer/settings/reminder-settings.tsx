import { useId } from "preact/hooks";
import { fixedOffsets } from "../../domain/token/reminder.ts";
import type { Settings } from "../../preload/contract.ts";
import { Chip } from "../components/chip.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { OwnReminderSetting } from "./own-reminder-setting.tsx";
import { SettingFailure } from "./setting-row.tsx";

export function ReminderSettings({ settings: { reminders, ownReminder } }: { settings: Settings }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out as a row of the list
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <div class="list-row">
        <div class="list-words">
          <p id={id}>{texts.remindersBefore}</p>
          <p id={`${id}-hint`} class="list-sub">
            {texts.remindersHint}
          </p>
        </div>
      </div>
      <div class="chips">
        {fixedOffsets.map((offset) => (
          <Chip
            key={offset}
            name={texts.reminderOffsets[offset]}
            checked={reminders[offset]}
            onChange={(checked) => change({ reminders: { ...reminders, [offset]: checked } })}
          />
        ))}
        <OwnReminderSetting ownReminder={ownReminder} />
        <SettingFailure error={error} />
      </div>
    </div>
  );
}
