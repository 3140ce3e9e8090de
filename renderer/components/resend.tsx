import { useEffect, useRef } from "preact/hooks";
import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

interface ResendProps {
  /** Time until another code can be requested, in ms; 0 if now. */
  readonly inMs: number;
  /** Why only a new code helps. Each reason moves the focus here once, as soon as a code can be requested. */
  readonly needed: "refused" | "expired" | undefined;
  readonly busy: boolean;
  readonly onResend: () => void;
}

export function Resend({ inMs, needed, busy, onResend }: ResendProps) {
  const { texts, announce } = useWindow();
  const button = useRef<HTMLButtonElement>(null);
  const possible = inMs === 0;

  useEffect(() => {
    if (needed && possible) button.current?.focus();
  }, [needed, possible]);
  useMilestones(inMs, [0], () => {
    if (!needed) announce({ text: texts.resendNow, visible: false });
  });

  return (
    <div class="resend">
      <Button kind="quiet" ref={button} disabled={!possible} busy={busy} onClick={onResend}>
        {texts.resendCode}
      </Button>
      {!possible && <span class="countdown">{texts.resendIn(inMs)}</span>}
    </div>
  );
}
