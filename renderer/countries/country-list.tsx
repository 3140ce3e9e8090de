import { useLayoutEffect, useRef } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import { type Country, matchedPart } from "./countries.ts";

interface CountryListProps {
  readonly id: string;
  readonly countries: readonly Country[];
  /** The typed search. Its part of each name is bold. */
  readonly typed: string;
  /** Index of the highlighted option. */
  readonly active: number;
  /** The chosen country, ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly onChoose: (index: number) => void;
}

/** The listbox below the search. The focus stays in the search field. */
export function CountryList({ id, countries, typed, active, regionCode, onChoose }: CountryListProps) {
  const { texts } = useWindow();
  const list = useRef<HTMLDivElement>(null);

  const showActive = (block: ScrollLogicalPosition) => list.current?.children[active]?.scrollIntoView({ block });
  useLayoutEffect(() => showActive("nearest"), [active, countries]);
  useLayoutEffect(() => showActive("center"), []);

  if (countries.length === 0) return <p class="countries-none">{texts.noCountry}</p>;
  return (
    <div ref={list} id={id} class="countries-list" role="listbox" tabIndex={-1} aria-label={texts.countries}>
      {countries.map((country, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which handles the keys
        <div
          key={country.regionCode}
          id={`${id}-${index}`}
          class="country"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          aria-current={country.regionCode === regionCode}
          onClick={() => onChoose(index)}
        >
          <span>
            <CountryName name={country.name} typed={typed} />
          </span>{" "}
          <span dir="ltr">+{country.countryCallingCode}</span>
        </div>
      ))}
    </div>
  );
}

function CountryName({ name, typed }: { name: string; typed: string }) {
  const part = matchedPart(name, typed);
  if (!part) return name;
  return (
    <>
      {name.slice(0, part.start)}
      <b>{name.slice(part.start, part.end)}</b>
      {name.slice(part.end)}
    </>
  );
}
