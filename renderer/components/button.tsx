import type { ComponentChildren, Ref, TargetedMouseEvent } from "preact";

interface ButtonProps {
  readonly kind: "primary" | "secondary" | "quiet";
  /** For an action that cannot be undone. */
  readonly danger?: boolean;
  /** While its action runs. The button keeps its name and the focus. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** The id of the element that a screen reader reads after the name. */
  readonly describedBy?: string | undefined;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind, danger = false, busy = false, disabled = false, describedBy, onClick, ref = null, children } = props;

  function handleClick(event: TargetedMouseEvent<HTMLButtonElement>): void {
    // Ignores the second click of a double click: another button may be under the pointer by then.
    if (event.detail > 1) event.preventDefault();
    else onClick?.();
  }

  return (
    <button
      class={`button button-${kind}${danger ? " button-danger" : ""}`}
      type={onClick ? "button" : "submit"}
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
