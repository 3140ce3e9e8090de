import type { RefObject } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { callingCodeOf } from "../../domain/phone/regions.ts";
import { ChevronIcon } from "../components/icons.tsx";
import { useWindow } from "../state/window-context.ts";
import { countryName } from "./countries.ts";
import { CountrySearch, type FocusAfter } from "./country-search.tsx";

interface CountryPickerProps {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly onChange: (regionCode: string) => void;
  /** The number that follows the calling code. It takes the focus once a country is chosen. */
  readonly numberField: RefObject<HTMLInputElement | null>;
}

/** The calling code in front of the number. It opens the search for a country, below the field. */
export function CountryPicker({ regionCode, onChange, numberField }: CountryPickerProps) {
  const { texts, language } = useWindow();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const name = useMemo(() => countryName(regionCode, language), [regionCode, language]);
  const callingCode = `+${callingCodeOf(regionCode)}`;

  function close(focus: FocusAfter): void {
    setOpen(false);
    if (focus === "number") numberField.current?.focus();
    if (focus === "country") button.current?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpen(true);
  }

  return (
    <>
      <button
        ref={button}
        class="calling-code"
        type="button"
        aria-label={`${texts.country}: ${name}, ${callingCode}`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        // Otherwise the search would lose the focus and close, and the click would open it again.
        onMouseDown={(event) => isOpen && event.preventDefault()}
        onClick={() => (isOpen ? close("country") : setOpen(true))}
        onKeyDown={handleKey}
      >
        <span dir="ltr">{callingCode}</span>
        <ChevronIcon small />
      </button>
      {isOpen && <CountrySearch id={id} regionCode={regionCode} onChoose={onChange} onClose={close} />}
    </>
  );
}
