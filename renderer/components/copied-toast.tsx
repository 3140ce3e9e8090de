import { useRef } from "preact/hooks";
import type { Copied } from "../../preload/contract.ts";
import { useElapsed } from "../hooks/use-elapsed.ts";
import { useFocusReturn } from "../hooks/use-focus-return.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";
import { BurningFuse } from "./fuse.tsx";
import { TickIcon } from "./icons.tsx";

interface CopiedToastProps {
  readonly copied: Copied | undefined;
  readonly receivedAtMs: number;
}

/** Says that the token is on the clipboard, and offers to clear it. The live region is there before its words. */
export function CopiedToast({ copied, receivedAtMs }: CopiedToastProps) {
  return (
    <div class="toast-place" aria-live="polite">
      {copied && <Toast copied={copied} receivedAtMs={receivedAtMs} />}
    </div>
  );
}

function Toast({ copied: { clearsAfterMs, clearsInMs }, receivedAtMs }: { copied: Copied; receivedAtMs: number }) {
  const { bridge, texts, applyView, announce } = useWindow();
  const toast = useRef<HTMLDivElement>(null);
  useFocusReturn(toast);
  const leftMs = Math.max(0, (clearsInMs ?? 0) - useElapsed(receivedAtMs, clearsInMs ?? 0));

  async function clear(): Promise<void> {
    const view = await bridge.clearClipboard();
    applyView(view);
    const isCleared = !view.notices.some(({ kind }) => kind === "copied");
    if (isCleared) announce({ text: texts.clipboardCleared, visible: false });
  }

  return (
    <div ref={toast} class="toast">
      <TickIcon />
      {/* A screen reader hears the time once. */}
      <span class="visually-hidden">{texts.copied(clearsAfterMs)}</span>
      <p class="toast-words numbers" aria-hidden="true">
        {clearsAfterMs === undefined ? texts.copiedClearsAtQuit : texts.copiedClearsIn(leftMs)}
      </p>
      <Button kind="quiet" onClick={() => void clear()}>
        {texts.clearNow}
      </Button>
      {clearsAfterMs !== undefined && clearsInMs !== undefined && (
        <BurningFuse wholeMs={clearsAfterMs} leftMs={clearsInMs} sinceMs={receivedAtMs} />
      )}
    </div>
  );
}
