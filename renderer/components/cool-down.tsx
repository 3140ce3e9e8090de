import type { Failure } from "../../domain/failure.ts";
import { useElapsed } from "../hooks/use-elapsed.ts";
import { useMilestones } from "../hooks/use-milestones.ts";
import { type ShownFailure, useWindow } from "../state/window-context.ts";

interface CoolDownProps extends Pick<ShownFailure, "failedAtMs"> {
  readonly failure: Extract<Failure, { waitSeconds: number }>;
}

/** How long the server still wants no request for a code; beside the alert, so that not every second is read out. */
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
    <p class="cool-down countdown" role="timer">
      {leftMs > 0 ? words.wait(leftMs) : words.over}
    </p>
  );
}
