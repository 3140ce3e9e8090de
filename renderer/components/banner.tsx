import type { ComponentChildren } from "preact";
import { InfoIcon, TickIcon, WarningIcon } from "./icons.tsx";

/** What a message is about. The icon and the words say it too, not the colour alone. */
export type BannerKind = "done" | "plain" | "warning" | "bad";

const icons = { done: TickIcon, plain: InfoIcon, warning: WarningIcon, bad: InfoIcon };

interface BannerProps {
  readonly kind: BannerKind;
  /** The words, and at most one action as a quiet button. */
  readonly children: ComponentChildren;
}

/** A message below the primary button. Its place in a live region is the caller's matter. */
export function Banner({ kind, children }: BannerProps) {
  const Icon = icons[kind];
  return (
    <div class={`banner banner-${kind}`}>
      <Icon />
      <div class="banner-words">{children}</div>
    </div>
  );
}
