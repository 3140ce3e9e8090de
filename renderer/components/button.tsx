import type { ComponentChildren, Ref, TargetedMouseEvent } from "preact";

interface ButtonProps {
  readonly kind: "primary" | "secondary" | "quiet";
  /** What it does cannot be taken back. */
  readonly danger?: boolean;
  /** What it started is under way. It keeps its name and the focus. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** The id of what a screen reader says after its name. */
  readonly describedBy?: string | undefined;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind, danger = false, busy = false, disabled = false, describedBy, onClick, ref = null, children } = props;

  function click(event: TargetedMouseEvent<HTMLButtonElement>): void {
    // The second click of a double click belongs to the first, also when another button is under the pointer by now.
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
      onClick={click}
      ref={ref}
    >
      {busy && <span class="spinner" />}
      {children}
    </button>
  );
}
