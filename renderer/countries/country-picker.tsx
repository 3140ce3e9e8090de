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
  /** `undefined` until something is typed: the chosen country still stands in the field. */
  readonly typed: string | undefined;
  /** Which of the found ones is taken by Enter, or by going on. */
  readonly active: number;
}

/**
 * A field with a list that is searched by name, calling code or ISO code: a combobox with list autocomplete and automatic
 * selection, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. Enter and going on take the active country, Escape none.
 */
export function CountryPicker({ regionCode, onChange }: CountryPickerProps) {
  const { texts, language, announce } = useWindow();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** There is one as long as the list is open. */
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
    // The next letter starts a search, it does not continue the name.
    if (typed === undefined && document.activeElement === field.current) field.current?.select();
  }, [typed, isOpen, regionCode]);
  useEffect(() => {
    if (typed === undefined) return;
    const count = found.length;
    const said = { text: count === 0 ? texts.noCountry : texts.countriesFound(count), visible: false };
    announce(said);
    return () => announce((current) => (current === said ? undefined : current));
  }, [typed !== undefined, found.length, texts, announce]);

  function chosen(): number {
    return countriesByName(language).findIndex((country) => country.regionCode === regionCode);
  }

  function open(): void {
    if (!isOpen) setSearch({ typed: undefined, active: chosen() });
  }

  function click(): void {
    open();
    if (typed === undefined) field.current?.select();
  }

  /** Within a name that is selected the caret would be put where the pointer is, and after `click` at that. */
  function press(event: MouseEvent): void {
    if (typed === undefined && document.activeElement === field.current) event.preventDefault();
  }

  function seek(text: string): void {
    // Where nothing is sought nothing is found, and going on leaves the choice as it is.
    setSearch({ typed: text, active: text.trim() === "" ? chosen() : 0 });
  }

  function choose(index: number): void {
    const country = found[index];
    setSearch(undefined);
    if (country && country.regionCode !== regionCode) onChange(country.regionCode);
  }

  function pressKey(event: KeyboardEvent): void {
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
          onInput={(event) => seek(event.currentTarget.value)}
          onKeyDown={pressKey}
          onMouseDown={press}
          onClick={click}
          // Not when the whole window comes back to the front.
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
