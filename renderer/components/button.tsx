import type { ComponentChildren, Ref, TargetedMouseEvent } from "preact";

interface ButtonProps {
  /** Quiet: a link's looks. Icon: 36 × 36 px, for the few things whose icon is their only visible name. */
  readonly kind: "primary" | "secondary" | "quiet" | "icon";
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
  /** The accessible name, where the visible words alone do not say enough. It contains them. The pointer shows an icon's. */
  readonly name?: string | undefined;
  /** The id of the element that a screen reader reads after the name. */
  readonly describedBy?: string | undefined;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind, busy = false, disabled = false, name, describedBy, onClick, ref = null, children } = props;

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
      title={kind === "icon" ? name : undefined}
      aria-busy={busy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={handleClick}
      ref={ref}
    >
      {/* A busy icon turns itself. */}
      {busy && kind !== "icon" && <span class="spinner" />}
      {children}
    </button>
  );
}

function classesOf({ kind, small, wide, tinted, danger }: ButtonProps): string {
  if (kind === "quiet") return "link";
  if (kind === "icon") return "icon-button";
  const added = { small, wide, tinted, danger };
  const names = Object.entries(added).flatMap(([name, isOn]) => (isOn ? [`button-${name}`] : []));
  return ["button", `button-${kind}`, ...names].join(" ");
}
