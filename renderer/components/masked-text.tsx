interface MaskedTextProps {
  /** A text that may contain `number`. */
  readonly text: string;
  readonly number: string;
}

/** A text in which a masked number stays in one line and reads from left to right. */
export function MaskedText({ text, number }: MaskedTextProps) {
  const [before, after] = text.split(number);
  if (after === undefined) return text;
  return (
    <>
      {before}
      <span class="masked-number" dir="ltr">
        {number}
      </span>
      {after}
    </>
  );
}
