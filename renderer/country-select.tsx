import { useId, useMemo } from "preact/hooks";
import { countriesByName } from "./countries.ts";
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
          {countries.map((country) => (
            <option key={country.regionCode} value={country.regionCode}>
              {country.label}
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
