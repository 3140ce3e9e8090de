import { useId, useState } from "preact/hooks";
import { longestOwnReminderDays } from "../../domain/settings.ts";
import type { Settings } from "../../preload/contract.ts";
import { Checkbox } from "../components/checkbox.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";

export function OwnReminderSetting({ ownReminder: { enabled, days } }: Pick<Settings, "ownReminder">) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  // Separate from the stored number, so that an invalid one stays in the field for correction.
  const [typed, setTyped] = useState(String(days));
  // Counted, so that a screen reader announces each refusal.
  const [refusals, setRefusals] = useState(0);
  const invalid = enabled && refusals > 0;
  const unitId = useId();
  const failureId = useId();

  function changeDays({ validity, valueAsNumber }: HTMLInputElement): void {
    setRefusals(validity.valid ? 0 : refusals + 1);
    if (validity.valid) change({ ownReminder: { enabled, days: valueAsNumber } });
  }

  return (
    <>
      <div class="own-reminder">
        <Checkbox
          checked={enabled}
          describedBy={unitId}
          onChange={(checked) => change({ ownReminder: { enabled: checked, days } })}
        >
          {texts.ownReminder}
        </Checkbox>
        <input
          class="control"
          type="number"
          required
          min={1}
          max={longestOwnReminderDays}
          step={1}
          value={typed}
          disabled={!enabled}
          aria-labelledby={unitId}
          aria-invalid={invalid}
          aria-describedby={invalid ? failureId : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => changeDays(event.currentTarget)}
        />
        <span id={unitId}>{texts.ownReminderDays}</span>
      </div>
      {invalid && (
        <p key={refusals} id={failureId} class="failure setting-failure" role="alert">
          {texts.ownReminderInvalid(longestOwnReminderDays)}
        </p>
      )}
      <SettingFailure error={error} />
    </>
  );
}
