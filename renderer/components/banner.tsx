import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useFocusReturn } from "../hooks/use-focus-return.ts";
import { useWindow } from "../state/window-context.ts";
import { CloseIcon, InfoIcon, TickIcon, WarningIcon } from "./icons.tsx";

/** What a message is about. The icon and the words say it too, not the colour alone. */
export type BannerKind = "done" | "plain" | "warning" | "bad";

const icons = { done: TickIcon, plain: InfoIcon, warning: WarningIcon, bad: InfoIcon };

interface BannerProps {
  readonly kind: BannerKind;
  /** Adds a button that closes it; for news only. */
  readonly onClose?: (() => void) | undefined;
  /** The words, and at most one action as a quiet button. */
  readonly children: ComponentChildren;
}

/** A message below the primary button. The caller decides whether a live region contains it. */
export function Banner({ kind, onClose, children }: BannerProps) {
  const { texts } = useWindow();
  const banner = useRef<HTMLDivElement>(null);
  useFocusReturn(banner);
  const Icon = icons[kind];
  return (
    <div ref={banner} class={`banner banner-${kind}`}>
      <Icon />
      <div class="banner-words">{children}</div>
      {onClose && (
        <button class="icon-button banner-close" type="button" aria-label={texts.closeMessage} onClick={onClose}>
          <CloseIcon small />
        </button>
      )}
    </div>
  );
}
