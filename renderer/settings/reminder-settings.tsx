import { fixedOffsets } from "../../domain/token/reminder.ts";
import type { Settings } from "../../preload/contract.ts";
import { Checkbox } from "../components/checkbox.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { OwnReminderSetting } from "./own-reminder-setting.tsx";
import { SettingFailure } from "./setting.tsx";

export function ReminderSettings({ settings: { reminders, ownReminder } }: { settings: Settings }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  return (
    <fieldset class="group">
      <legend>{texts.remindersHeading}</legend>
      <div class="checkboxes">
        {fixedOffsets.map((offset) => (
          <Checkbox
            key={offset}
            checked={reminders[offset]}
            onChange={(checked) => change({ reminders: { ...reminders, [offset]: checked } })}
          >
            {texts.reminderOffsets[offset]}
          </Checkbox>
        ))}
      </div>
      <SettingFailure error={error} />
      <OwnReminderSetting ownReminder={ownReminder} />
    </fieldset>
  );
}
