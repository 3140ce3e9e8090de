import { useRef, useState } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { ViewOutcome } from "../../preload/contract.ts";
import { elapsedMs } from "../state/elapsed-time.ts";
import { type CallError, useWindow } from "../state/window-context.ts";

/**
 * Calls to main, one at a time: `pending` names the one under way, `error` is the last one's failure. `initialError` restores
 * the error of a form that is mounted again.
 */
export function useCall<Name extends string>(initialError?: CallError) {
  const { applyView, announce } = useWindow();
  // A second click can come before the first one's state is rendered, so state cannot be the guard.
  const isPending = useRef(false);
  const [pending, setPending] = useState<Name>();
  const [error, setError] = useState(initialError);

  /** Announces `progress` until main answers. Returns `undefined` without calling while another call is under way. */
  async function start(
    name: Name,
    call: () => Promise<ViewOutcome>,
    progress?: string,
  ): Promise<ViewOutcome | undefined> {
    if (isPending.current) return undefined;
    isPending.current = true;
    setPending(name);
    setError(undefined);
    const announced = progress === undefined ? undefined : { text: progress, visible: false };
    announce(announced);
    try {
      const outcome = await call();
      if (outcome.ok) applyView(outcome.value);
      else fail(outcome.error, () => void start(name, call, progress));
      return outcome;
    } finally {
      isPending.current = false;
      setPending(undefined);
      announce((current) => (current === announced ? undefined : current));
    }
  }

  function fail(failure: Failure, retry: () => void): void {
    setError({ failure, failedAtMs: elapsedMs(), retry });
  }

  return { pending, error, start };
}
