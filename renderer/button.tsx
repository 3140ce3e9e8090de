import type { ComponentChildren, Ref, TargetedMouseEvent } from "preact";

interface ButtonProps {
  readonly kind: "primary" | "secondary" | "quiet";
  /** What it started is under way. It keeps its name and the focus. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button({ kind, busy = false, disabled = false, onClick, ref = null, children }: ButtonProps) {
  function click(event: TargetedMouseEvent<HTMLButtonElement>): void {
    // The second click of a double click belongs to the first, also when another button is under the pointer by now.
    if (event.detail > 1) event.preventDefault();
    else onClick?.();
  }

  return (
    <button
      class={`button button-${kind}`}
      type={onClick ? "button" : "submit"}
      aria-busy={busy}
      disabled={disabled}
      onClick={click}
      ref={ref}
    >
      {busy && <span class="spinner" />}
      {children}
    </button>
  );
}
