import { useRef } from "preact/hooks";
import { useElapsed } from "./use-elapsed.ts";
import { useWindow } from "./window-context.ts";

/** How long the server still wants no request for a code; beside the alert, so that not every second is read out. */
export function CoolDown({ waitSeconds }: { waitSeconds: number }) {
  const { texts } = useWindow();
  const since = useRef(performance.now());
  const waitMs = waitSeconds * 1000;
  const leftMs = Math.max(0, waitMs - useElapsed(since.current, waitMs));
  return (
    <p class="cool-down countdown" role="timer">
      {leftMs > 0 ? texts.nextCodeIn(leftMs) : texts.nextCodeNow}
    </p>
  );
}
