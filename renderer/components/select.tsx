import { ChevronIcon } from "./icons.tsx";

interface ChoiceProps<Value extends string> {
  /** For a label that stands beside it. */
  readonly id?: string;
  /** Where nothing stands beside it. */
  readonly name?: string;
  /** The id of a hint. */
  readonly describedBy?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few. */
export function Select<Value extends string>({ id, name, describedBy, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <div class="choice">
      <select
        id={id}
        class="control"
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
      <ChevronIcon />
    </div>
  );
}
