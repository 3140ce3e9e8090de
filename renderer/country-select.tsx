import { useId, useMemo } from "preact/hooks";
import { supportedRegions } from "../main/domain/phone-number.ts";
import type { Language } from "../texts/index.ts";
import { useWindow } from "./window-context.ts";

interface CountrySelectProps {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly onChange: (regionCode: string) => void;
}

export function CountrySelect({ regionCode, onChange }: CountrySelectProps) {
  const { texts, language } = useWindow();
  const id = useId();
  const countries = useMemo(() => countriesByName(language), [language]);
  return (
    <div class="field">
      <label for={id}>{texts.country}</label>
      <div class="select">
        <select
          id={id}
          class="control"
          autocomplete="country"
          value={regionCode}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {countries.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
        <svg class="chevron" viewBox="0 0 12 8" aria-hidden="true" focusable="false">
          <path d="M1.5 1.5 6 6l4.5-4.5" />
        </svg>
      </div>
    </div>
  );
}

/** "Colombia (+57)", in the order of the language. */
function countriesByName(language: Language): { code: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  return supportedRegions()
    .map(({ regionCode, countryCallingCode }) => ({
      code: regionCode,
      label: `${names.of(regionCode)} (+${countryCallingCode})`,
    }))
    .sort((one, other) => compare(one.label, other.label));
}
