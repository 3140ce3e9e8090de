import type { ComponentChildren } from "preact";

/** Hidden from screen readers: the text beside it, or the button's name, says the same. */
function Icon({ kind, children }: { kind: string; children: ComponentChildren }) {
  return (
    <svg class={`icon icon-${kind}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function SettingsIcon() {
  return (
    <Icon kind="settings">
      <circle cx="12" cy="12" r="5" />
      <path d="M12 6V2.5M12 18v3.5M6 12H2.5M18 12h3.5M7.76 7.76 5.28 5.28M16.24 16.24l2.48 2.48M7.76 16.24 5.28 18.72M16.24 7.76 18.72 5.28" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon kind="back">
      <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon kind="chevron">
      <path d="m6 9.5 6 6 6-6" />
    </Icon>
  );
}
