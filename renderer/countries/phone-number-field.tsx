import type { ComponentChildren, RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { formatPhone, type PhoneText } from "../../domain/phone/phone-format.ts";
import { callingCodeOf } from "../../domain/phone/regions.ts";
import { NumberInput } from "../components/number-input.tsx";
import { useWindow } from "../state/window-context.ts";
import { countryName } from "./countries.ts";
import { CountryPicker } from "./country-picker.tsx";

interface PhoneNumberFieldProps {
  readonly id: string;
  readonly value: PhoneText;
  readonly onChange: (value: PhoneText) => void;
  /** The id of further words about the field. */
  readonly describedBy: string;
  /** The mistake to correct, under the id `${id}-help`. It replaces the help line. */
  readonly mistake: ComponentChildren;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** One field for the whole number: the calling code, which opens the countries, and the number behind it. */
export function PhoneNumberField({ id, value, onChange, describedBy, mistake, field }: PhoneNumberFieldProps) {
  const { texts, language, announce } = useWindow();
  const { regionCode, phone } = value;
  const country = useMemo(() => countryName(regionCode, language), [regionCode, language]);

  /** A whole number brings its country along. The eye sees that; a screen reader has to be told. */
  function changeNumber(changed: PhoneText): void {
    if (changed.regionCode !== regionCode) {
      announce({ text: countryName(changed.regionCode, language), visible: false });
    }
    onChange(changed);
  }

  return (
    <div class="field">
      <label for={id}>{texts.phoneNumber}</label>
      <div class="box phone-box">
        <CountryPicker
          regionCode={regionCode}
          onChange={(chosen) => onChange({ regionCode: chosen, phone: formatPhone(phone, chosen) })}
          numberField={field}
        />
        <NumberInput
          ref={field}
          id={id}
          value={value}
          onChange={changeNumber}
          invalid={Boolean(mistake)}
          describedBy={`${describedBy} ${id}-help`}
        />
      </div>
      {mistake || (
        <p id={`${id}-help`} class="help">
          {texts.phoneHelp(country, `+${callingCodeOf(regionCode)}`)}
        </p>
      )}
    </div>
  );
}
