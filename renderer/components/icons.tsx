import type { ComponentChildren } from "preact";

interface IconProps {
  /** 16 px instead of 20 px. */
  readonly small?: boolean;
}

interface DrawingProps extends IconProps {
  /** It points forward or back, so a right-to-left layout mirrors it. */
  readonly directed?: boolean;
  readonly children: ComponentChildren;
}

/** Hidden from screen readers: the text beside it, or the button's name, says the same. */
function Icon({ small = false, directed = false, children }: DrawingProps) {
  const classes = `icon${small ? " icon-small" : ""}${directed ? " icon-directed" : ""}`;
  return (
    <svg class={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M2.5 8h10M19.5 8h2M2.5 16h2M11.5 16h10" />
      <circle cx="16" cy="8" r="3" />
      <circle cx="8" cy="16" r="3" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon>
      <g fill="currentColor" stroke="none">
        <circle cx="5" cy="12" r="1.75" />
        <circle cx="12" cy="12" r="1.75" />
        <circle cx="19" cy="12" r="1.75" />
      </g>
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon directed>
      <path d="M11.5 5.5 5 12l6.5 6.5" />
    </Icon>
  );
}

export function ChevronIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m6.5 9.5 5.5 5.5 5.5-5.5" />
    </Icon>
  );
}

/** Beside a choice whose list opens over it. */
export function UpDownIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m8 9.5 4-4 4 4M8 14.5l4 4 4-4" />
    </Icon>
  );
}

export function RefreshIcon() {
  return (
    <Icon>
      <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9" />
      <path d="M19.5 4.5V9H15" />
    </Icon>
  );
}

export function TickIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </Icon>
  );
}

export function CloseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m7 7 10 10M17 7 7 17" />
    </Icon>
  );
}

/** For news, and for mistakes in red. */
export function InfoIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.5v4.5M12 8v.01" />
    </Icon>
  );
}

export function WarningIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12 4 3.5 19h17L12 4ZM12 10v4.5M12 16.75v.01" />
    </Icon>
  );
}

export function SearchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </Icon>
  );
}

/** Before something that stops working. */
export function StopIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m9 9 6 6M15 9l-6 6" />
    </Icon>
  );
}
