interface CodeCellsProps {
  readonly digits: string;
  /** Where the next digit goes; `undefined` while no cell waits for one. */
  readonly current: number | undefined;
}

const half = 3;

/** Draws six cells in two groups of three. Hidden from screen readers: the field that lies over them has the value. */
export function CodeCells({ digits, current }: CodeCellsProps) {
  const cell = (index: number) => (
    <span key={index} class={index === current ? "cell cell-current" : "cell"} aria-hidden="true">
      {digits[index]}
    </span>
  );
  return (
    <>
      {[0, 1, 2].map(cell)}
      <span class="cells-dash" />
      {[0, 1, 2].map((index) => cell(half + index))}
    </>
  );
}
