import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { ChevronIcon } from "../components/icons.tsx";
import { useWindow } from "../state/window-context.ts";
import { countriesByName, countryLabel, findCountries } from "./countries.ts";
import { CountryList } from "./country-list.tsx";
import { activeAfter } from "./list-keys.ts";

interface CountryPickerProps {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly onChange: (regionCode: string) => void;
}

interface Search {
  /** `undefined` until something is typed; the field then shows the chosen country. */
  readonly typed: string | undefined;
  /** Index of the match that Enter, or leaving the field, chooses. */
  readonly active: number;
}

/**
 * Finds a country by name, calling code or ISO code. A combobox with list autocomplete and automatic selection, see
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: Enter or leaving the field chooses the active country, Escape chooses none.
 */
export function CountryPicker({ regionCode, onChange }: CountryPickerProps) {
  const { texts, language, announce } = useWindow();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Defined while the list is open. */
  const [search, setSearch] = useState<Search>();
  const typed = search?.typed;
  const isOpen = search !== undefined;
  const label = useMemo(() => countryLabel(regionCode, language), [regionCode, language]);
  const found = useMemo(() => {
    if (!isOpen) return [];
    const countries = countriesByName(language);
    return typed === undefined ? countries : findCountries(countries, typed);
  }, [isOpen, typed, language]);

  useLayoutEffect(() => {
    // The next letter then starts a search instead of continuing the name.
    if (typed === undefined && document.activeElement === field.current) field.current?.select();
  }, [typed, isOpen, regionCode]);
  useEffect(() => {
    if (typed === undefined) return;
    const count = found.length;
    const announcement = { text: count === 0 ? texts.noCountry : texts.countriesFound(count), visible: false };
    announce(announcement);
    return () => announce((current) => (current === announcement ? undefined : current));
  }, [typed !== undefined, found.length, texts, announce]);

  function chosenIndex(): number {
    return countriesByName(language).findIndex((country) => country.regionCode === regionCode);
  }

  function open(): void {
    if (!isOpen) setSearch({ typed: undefined, active: chosenIndex() });
  }

  function handleClick(): void {
    open();
    if (typed === undefined) field.current?.select();
  }

  /** Keeps the name selected: the browser would place the caret at the pointer, after `handleClick`. */
  function handleMouseDown(event: MouseEvent): void {
    if (typed === undefined && document.activeElement === field.current) event.preventDefault();
  }

  function handleInput(text: string): void {
    // With an empty query, leaving the field keeps the chosen country.
    setSearch({ typed: text, active: text.trim() === "" ? chosenIndex() : 0 });
  }

  function choose(index: number): void {
    const country = found[index];
    setSearch(undefined);
    if (country && country.regionCode !== regionCode) onChange(country.regionCode);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (!search) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      open();
    } else if (event.key === "Escape") {
      setSearch(undefined);
    } else if (event.key === "Enter" || (event.key === "ArrowUp" && event.altKey)) {
      choose(search.active);
    } else {
      const active = activeAfter(event.key, search.active, found.length);
      if (active === undefined) return;
      setSearch({ typed, active });
    }
    event.preventDefault();
  }

  return (
    <div class="field">
      <label for={id}>{texts.country}</label>
      <div class="country-picker">
        <input
          ref={field}
          id={id}
          class="control"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={texts.searchCountries}
          value={typed ?? label}
          aria-autocomplete="list"
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && found[search.active] ? `${id}-${search.active}` : undefined}
          onInput={(event) => handleInput(event.currentTarget.value)}
          onKeyDown={handleKey}
          onMouseDown={handleMouseDown}
          onClick={handleClick}
          // Not when the window itself regains the focus.
          onFocus={(event) => event.relatedTarget && open()}
          onBlur={(event) => search && document.activeElement !== event.currentTarget && choose(search.active)}
        />
        <ChevronIcon />
        {search && (
          <CountryList id={id} countries={found} active={search.active} regionCode={regionCode} onChoose={choose} />
        )}
      </div>
    </div>
  );
}
