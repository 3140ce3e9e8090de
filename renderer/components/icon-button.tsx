import type { ComponentChildren } from "preact";

interface IconButtonProps {
  /** Its accessible name, which the pointer shows too. */
  readonly name: string;
  readonly onClick: () => void;
  /** The icon. */
  readonly children: ComponentChildren;
}

/** 36 × 36 px, for the few things whose icon is their only visible name. */
export function IconButton({ name, onClick, children }: IconButtonProps) {
  return (
    <button class="icon-button" type="button" aria-label={name} title={name} onClick={onClick}>
      {children}
    </button>
  );
}
