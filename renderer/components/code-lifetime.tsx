import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";

const milestonesMs = [5 * 60_000, 60_000, 30_000];

interface CodeLifetimeProps {
  readonly expiresInMs: number;
  /** While an error says more about the code. */
  readonly hidden: boolean;
}

/** Counts down to the code's expiry. A screen reader announces milestones and the expiry. */
export function CodeLifetime({ expiresInMs, hidden }: CodeLifetimeProps) {
  const { texts, locale, announce } = useWindow();
  const expired = expiresInMs === 0;

  useMilestones(expiresInMs, milestonesMs, () => {
    if (!expired && !hidden) announce({ text: texts.codeExpiresInSpoken(expiresInMs, locale), visible: false });
  });

  return (
    <div class="lifetime">
      <p class="countdown" role="timer">
        {!expired && !hidden && texts.codeExpiresIn(expiresInMs)}
      </p>
      <p aria-live="polite">{expired && !hidden && texts.codeExpired}</p>
    </div>
  );
}
