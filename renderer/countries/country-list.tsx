import { useLayoutEffect, useRef } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import type { Country } from "./countries.ts";

interface CountryListProps {
  /** Prefix: the list's id is `<id>-list`, an option's `<id>-<index>`. */
  readonly id: string;
  readonly countries: readonly Country[];
  /** Index in `countries`. */
  readonly active: number;
  /** The chosen country's ISO code. */
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
      // Keeps the focus in the field while scrolling with the mouse.
      onMouseDown={(event) => event.preventDefault()}
    >
      {countries.map((country, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which handles the keys
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
