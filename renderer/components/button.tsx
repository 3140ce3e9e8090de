import type { ComponentChildren, Ref, TargetedMouseEvent } from "preact";

interface ButtonProps {
  /** Quiet: a link's looks. */
  readonly kind: "primary" | "secondary" | "quiet";
  /** 32 px high instead of 44 px, for a row of a list. */
  readonly small?: boolean;
  /** The whole width of the column. */
  readonly wide?: boolean;
  /** The next step that the state asks for, where the button is not the primary one. */
  readonly tinted?: boolean;
  /** For an action that cannot be undone. */
  readonly danger?: boolean;
  /** While its action runs. The button keeps its name and the focus. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** The accessible name, where the visible words alone do not say enough. It contains them. */
  readonly name?: string | undefined;
  /** The id of the element that a screen reader reads after the name. */
  readonly describedBy?: string | undefined;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { busy = false, disabled = false, name, describedBy, onClick, ref = null, children } = props;

  function handleClick(event: TargetedMouseEvent<HTMLButtonElement>): void {
    // Ignores the second click of a double click: another button may be under the pointer by then.
    if (event.detail > 1) event.preventDefault();
    else onClick?.();
  }

  return (
    <button
      class={classesOf(props)}
      type={onClick ? "button" : "submit"}
      aria-label={name}
      aria-busy={busy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={handleClick}
      ref={ref}
    >
      {busy && <span class="spinner" />}
      {children}
    </button>
  );
}

function classesOf({ kind, small, wide, tinted, danger }: ButtonProps): string {
  if (kind === "quiet") return "link";
  const added = { small, wide, tinted, danger };
  const names = Object.entries(added).flatMap(([name, isOn]) => (isOn ? [`button-${name}`] : []));
  return ["button", `button-${kind}`, ...names].join(" ");
}
