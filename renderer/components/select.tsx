import { UpDownIcon } from "./icons.tsx";

interface SelectProps<Value extends string> {
  /** For a visible label. */
  readonly id?: string;
  /** The accessible name where there is no visible label. */
  readonly name?: string;
  /** The id of a hint. */
  readonly describedBy?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** The system's own list, without a border, at the end of a row. */
export function Select<Value extends string>({ id, name, describedBy, value, options, onChoose }: SelectProps<Value>) {
  return (
    <span class="pick">
      <select
        id={id}
        aria-label={name}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <UpDownIcon small />
    </span>
  );
}
