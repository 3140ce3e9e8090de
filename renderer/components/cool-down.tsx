import type { Failure } from "../../domain/failure.ts";
import { useElapsed } from "../hooks/use-elapsed.ts";
import { useMilestones } from "../hooks/use-milestones.ts";
import { type CallError, useWindow } from "../state/window-context.ts";

interface CoolDownProps extends Pick<CallError, "failedAtMs"> {
  readonly failure: Extract<Failure, { waitSeconds: number }>;
}

/** Counts down until the server accepts another request. Outside the alert, so that a screen reader does not read every second. */
export function CoolDown({ failure: { kind, waitSeconds }, failedAtMs }: CoolDownProps) {
  const { texts, announce } = useWindow();
  const waitMs = waitSeconds * 1000;
  const leftMs = Math.max(0, waitMs - useElapsed(failedAtMs, waitMs));
  const words =
    kind === "cool-down"
      ? { wait: texts.nextCodeIn, over: texts.nextCodeNow }
      : { wait: texts.tryAgainIn, over: texts.tryAgainNow };

  useMilestones(leftMs, [0], () => announce({ text: words.over, visible: false }));

  return (
    <p class="cool-down" role="timer">
      {leftMs > 0 ? words.wait(leftMs) : words.over}
    </p>
  );
}
