import type { ComponentChildren, TargetedKeyboardEvent, TargetedToggleEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";

import { TickIcon } from "./icons.tsx";

export interface MenuItem {
  readonly label: string;
  /** At the end of the line. */
  readonly hint?: string;
  /** For a choice among the menu's items: whether it is the present one. */
  readonly checked?: boolean;
  /** Cannot be undone; stands below a line. */
  readonly danger?: boolean;
  readonly onChoose: () => void;
}

interface MenuButtonProps {
  /** The button's accessible name. */
  readonly name: string;
  readonly class: string;
  /** The element that the menu opens below, in the style sheet. */
  readonly anchor: "more" | "copy" | "months";
  readonly items: readonly MenuItem[];
  /** The button's icon. */
  readonly children: ComponentChildren;
}

/** A button with a menu: Arrow down opens it, arrows, Home and End move in it, Escape, Tab and a click elsewhere close it. */
export function MenuButton({ name, class: className, anchor, items, children }: MenuButtonProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();

  function choices(): HTMLButtonElement[] {
    return [...(menu.current?.querySelectorAll("button") ?? [])];
  }

  function handleToggle({ newState }: TargetedToggleEvent<HTMLDivElement>): void {
    setOpen(newState === "open");
    if (newState !== "open") return;
    const all = choices();
    (all.find((choice) => choice.ariaChecked === "true") ?? all[0])?.focus();
  }

  function handleKey(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    if (event.key === "Tab") {
      // The focus returns to the button and goes on from there.
      menu.current?.hidePopover();
      return;
    }
    const all = choices();
    const present = all.findIndex((choice) => choice.matches(":focus"));
    const next = { ArrowDown: present + 1, ArrowUp: present - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  }

  function openByArrow(event: TargetedKeyboardEvent<HTMLButtonElement>): void {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    menu.current?.showPopover();
  }

  function choose(item: MenuItem): void {
    menu.current?.hidePopover();
    item.onChoose();
  }

  return (
    <>
      <button
        class={`${className} menu-button-${anchor}`}
        type="button"
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
        onKeyDown={openByArrow}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        class={`menu menu-${anchor}`}
        role="menu"
        aria-label={name}
        popover="auto"
        onToggle={handleToggle}
        onKeyDown={handleKey}
      >
        {items.map((item) => (
          <MenuChoice key={item.label} item={item} onChoose={() => choose(item)} />
        ))}
      </div>
    </>
  );
}

function MenuChoice({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const { label, hint, checked, danger } = item;
  return (
    <>
      {danger && <hr />}
      <button
        class={`menu-item${danger ? " menu-item-danger" : ""}`}
        type="button"
        {...(checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked })}
        tabIndex={-1}
        onClick={onChoose}
      >
        {label}
        {checked && <TickIcon small />}
        {/* The space is for the name, which is label and hint. */}
        {hint !== undefined && [" ", <bdi class="menu-hint">{hint}</bdi>]}
      </button>
    </>
  );
}
