import { fixedOffsets } from "../../domain/token/reminder.ts";
import type { Settings } from "../../preload/contract.ts";
import { Checkbox } from "../components/checkbox.tsx";
import { useWindow } from "../state/window-context.ts";
import { OwnReminderSetting } from "./own-reminder-setting.tsx";
import { SettingFailure } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function ReminderSettings({ settings: { reminders, ownReminder } }: { settings: Settings }) {
  const { texts } = useWindow();
  const { shown, change } = useSaving();
  return (
    <fieldset class="group">
      <legend>{texts.remindersHeading}</legend>
      <div class="checkboxes">
        {fixedOffsets.map((lead) => (
          <Checkbox
            key={lead}
            checked={reminders[lead]}
            onChange={(checked) => change({ reminders: { ...reminders, [lead]: checked } })}
          >
            {texts.leads[lead]}
          </Checkbox>
        ))}
      </div>
      <SettingFailure shown={shown} />
      <OwnReminderSetting ownReminder={ownReminder} />
    </fieldset>
  );
}
