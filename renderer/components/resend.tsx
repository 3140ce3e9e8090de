import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";

interface ResendProps {
  /** Time until another code can be requested, in ms; 0 if now. */
  readonly inMs: number;
  /** Only a new code helps: the primary button offers it, and here remains the time to wait. */
  readonly needed: boolean;
  readonly busy: boolean;
  readonly onResend: () => void;
}

/** Another code, for one that has not come. */
export function Resend({ inMs, needed, busy, onResend }: ResendProps) {
  const { texts, announce } = useWindow();
  const possible = inMs === 0;

  useMilestones(inMs, [0], () => {
    if (!needed) announce({ text: texts.resendNow, visible: false });
  });

  if (needed && possible) return null;
  return (
    <button
      class="link numbers"
      type="button"
      // Keeps the focus while it waits.
      aria-disabled={!possible}
      aria-busy={busy}
      onClick={possible ? onResend : undefined}
    >
      {possible ? texts.resendCode : texts.resendIn(inMs)}
    </button>
  );
}
