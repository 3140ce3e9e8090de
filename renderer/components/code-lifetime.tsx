import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";
import { Fuse } from "./fuse.tsx";

const milestonesMs = [5 * 60_000, 60_000, 30_000];
const secondMs = 1000;

interface CodeLifetimeProps {
  readonly expiresInMs: number;
  /** From the sending of the code to its expiry. */
  readonly lifetimeMs: number;
  /** A mistake stands in the place of the words. */
  readonly wordsHidden: boolean;
}

/** The code's life as a line and as a countdown. A screen reader announces milestones and the expiry. */
export function CodeLifetime({ expiresInMs, lifetimeMs, wordsHidden }: CodeLifetimeProps) {
  const { texts, locale, announce } = useWindow();
  const expired = expiresInMs === 0;

  useMilestones(expiresInMs, milestonesMs, () => {
    if (!expired && !wordsHidden) announce({ text: texts.codeExpiresInSpoken(expiresInMs, locale), visible: false });
  });

  // Steps once a second: less than a pixel of a code's ten minutes.
  const leftMs = Math.ceil(expiresInMs / secondMs) * secondMs;
  return (
    <>
      <Fuse share={lifetimeMs > 0 ? leftMs / lifetimeMs : 0} />
      {!expired && !wordsHidden && (
        <p class="help numbers" role="timer">
          {texts.codeExpiresIn(expiresInMs)}
        </p>
      )}
      <p class="help" aria-live="polite">
        {expired && !wordsHidden && texts.codeExpired}
      </p>
    </>
  );
}
