import { useId, useState } from "preact/hooks";
import { longestOwnReminderDays } from "../../domain/settings.ts";
import type { Settings } from "../../preload/contract.ts";
import { Chip } from "../components/chip.tsx";
import { FieldMistake } from "../components/field-mistake.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting-row.tsx";

/** The last chip. It opens into a number of days. */
export function OwnReminderSetting({ ownReminder: { enabled, days } }: Pick<Settings, "ownReminder">) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  // Separate from the stored number, so that an invalid one stays in the field for correction.
  const [typed, setTyped] = useState(String(days));
  // Counted, so that a screen reader announces each refusal.
  const [refusals, setRefusals] = useState(0);
  const invalid = enabled && refusals > 0;
  const failureId = useId();

  function changeDays({ validity, valueAsNumber }: HTMLInputElement): void {
    setRefusals(validity.valid ? 0 : refusals + 1);
    if (validity.valid) change({ ownReminder: { enabled, days: valueAsNumber } });
  }

  return (
    <>
      <Chip
        name={texts.ownReminder}
        checked={enabled}
        onChange={(checked) => change({ ownReminder: { enabled: checked, days } })}
      >
        {enabled && (
          <>
            <input
              class="chip-days"
              type="number"
              required
              min={1}
              max={longestOwnReminderDays}
              step={1}
              value={typed}
              aria-label={texts.ownReminderDays}
              aria-invalid={invalid}
              aria-describedby={invalid ? failureId : undefined}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onChange={(event) => changeDays(event.currentTarget)}
            />
            <span>{texts.days(Number(typed))}</span>
          </>
        )}
      </Chip>
      {invalid && (
        <FieldMistake key={refusals} id={failureId}>
          {texts.ownReminderInvalid(longestOwnReminderDays)}
        </FieldMistake>
      )}
      <SettingFailure error={error} />
    </>
  );
}
