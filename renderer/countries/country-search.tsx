import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { SearchIcon } from "../components/icons.tsx";
import { useWindow } from "../state/window-context.ts";
import { countriesByName, findCountries } from "./countries.ts";
import { CountryList } from "./country-list.tsx";
import { activeAfter } from "./list-keys.ts";

/** Where the focus goes when the search closes: forward to the number, back to the country, or where the person put it. */
export type FocusAfter = "number" | "country" | undefined;

interface CountrySearchProps {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly onChoose: (regionCode: string) => void;
  readonly onClose: (focus: FocusAfter) => void;
}

/**
 * Finds a country by name, calling code or ISO code. A combobox whose list is always open, see
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: Enter and Tab choose the active country, Escape chooses none.
 */
export function CountrySearch({ id, regionCode, onChoose, onClose }: CountrySearchProps) {
  const { texts, language, announce } = useWindow();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const countries = countriesByName(language);
  const chosen = countries.findIndex((country) => country.regionCode === regionCode);
  const [{ typed, active }, setSearch] = useState({ typed: "", active: chosen });
  const found = useMemo(() => findCountries(countries, typed), [countries, typed]);
  const isEmpty = typed.trim() === "";

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (isEmpty) return;
    const count = found.length;
    const announcement = { text: count === 0 ? texts.noCountry : texts.countriesFound(count), visible: false };
    announce(announcement);
    return () => announce((current) => (current === announcement ? undefined : current));
  }, [isEmpty, found.length, texts, announce]);

  function choose(index: number, focus: FocusAfter): void {
    const country = found[index];
    if (country) onChoose(country.regionCode);
    onClose(focus);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      onClose("country");
    } else if (event.key === "Enter") {
      choose(active, "number");
    } else if (event.key === "Tab") {
      choose(active, event.shiftKey ? "country" : "number");
    } else {
      const next = activeAfter(event.key, active, found.length);
      if (next === undefined) return;
      setSearch({ typed, active: next });
    }
    event.preventDefault();
  }

  function keepFocus(event: MouseEvent): void {
    if (event.target !== field.current) event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the mouse scrolls or chooses
    <div id={id} class="countries" onMouseDown={keepFocus}>
      <div class="countries-search">
        <SearchIcon small />
        <input
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={texts.searchCountries}
          aria-label={texts.searchCountries}
          value={typed}
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
          onInput={({ currentTarget: { value } }) => setSearch({ typed: value, active: value.trim() ? 0 : chosen })}
          onKeyDown={handleKey}
          // Not when the window itself loses the focus.
          onBlur={(event) => document.activeElement !== event.currentTarget && onClose(undefined)}
        />
      </div>
      <CountryList
        id={listId}
        countries={found}
        typed={typed}
        active={active}
        regionCode={regionCode}
        onChoose={(index) => choose(index, "number")}
      />
    </div>
  );
}
