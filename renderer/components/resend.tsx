import { useEffect, useRef } from "preact/hooks";
import { useMilestones } from "../hooks/use-milestones.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

interface ResendProps {
  /** Time until another code may be asked for, in ms; 0 when it may. */
  readonly inMs: number;
  /** Why only a new code helps, if so: the focus comes here as soon as one may be asked for, and again for another reason. */
  readonly needed: "refused" | "ran-out" | undefined;
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
