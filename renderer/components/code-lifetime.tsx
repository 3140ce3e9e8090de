import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";

const milestonesMs = [5 * 60_000, 60_000, 30_000];

interface CodeLifetimeProps {
  readonly goodForMs: number;
  /** A failure says more about the code. */
  readonly hidden: boolean;
}

/** How long the code is good for. A screen reader is told at milestones, and when it is over. */
export function CodeLifetime({ goodForMs, hidden }: CodeLifetimeProps) {
  const { texts, locale, announce } = useWindow();
  const over = goodForMs === 0;

  useMilestones(goodForMs, milestonesMs, () => {
    if (!over && !hidden) announce({ text: texts.codeGoodForStill(goodForMs, locale), visible: false });
  });

  return (
    <div class="lifetime">
      <p class="countdown" role="timer">
        {!over && !hidden && texts.codeGoodFor(goodForMs)}
      </p>
      <p aria-live="polite">{over && !hidden && texts.codeRanOut}</p>
    </div>
  );
}
