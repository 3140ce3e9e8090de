import { useLayoutEffect, useRef } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import type { Country } from "./countries.ts";

interface CountryListProps {
  /** The list's is `<id>-list`, an option's `<id>-<index>`. */
  readonly id: string;
  readonly countries: readonly Country[];
  /** An index of `countries`. */
  readonly active: number;
  /** The chosen one's. */
  readonly regionCode: string;
  readonly onChoose: (index: number) => void;
}

export function CountryList({ id, countries, active, regionCode, onChoose }: CountryListProps) {
  const { texts } = useWindow();
  const list = useRef<HTMLDivElement>(null);

  const showActive = (block: ScrollLogicalPosition) => list.current?.children[active]?.scrollIntoView({ block });
  useLayoutEffect(() => showActive("nearest"), [active, countries]);
  useLayoutEffect(() => showActive("center"), []);

  if (countries.length === 0) return <p class="country-list">{texts.noCountry}</p>;
  return (
    <div
      ref={list}
      id={`${id}-list`}
      class="country-list"
      role="listbox"
      tabIndex={-1}
      aria-label={texts.countries}
      // Whoever takes hold of the list stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {countries.map((country, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the focus, and with it the keys, stay in the field
        <div
          key={country.regionCode}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          aria-current={country.regionCode === regionCode}
          onClick={() => onChoose(index)}
        >
          <span>{country.name}</span> <span dir="ltr">+{country.countryCallingCode}</span>{" "}
          <span>{country.regionCode}</span>
        </div>
      ))}
    </div>
  );
}
