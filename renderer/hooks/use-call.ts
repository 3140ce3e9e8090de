import { useRef, useState } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { ViewOutcome } from "../../preload/contract.ts";
import { type ShownFailure, useWindow } from "../state/window-context.ts";

/** A form's calls to main: one at a time, and what the last one failed with. `kept`: before the form went and came again. */
export function useCall<Name extends string>(kept?: ShownFailure) {
  const { applyView, announce } = useWindow();
  // A second click comes before the state of the first has been rendered, so the guard cannot be state.
  const guard = useRef(false);
  const [underWay, setUnderWay] = useState<Name>();
  const [shown, setShown] = useState(kept);

  /** Asks main, unless a call is under way. `meanwhile` is announced until the answer is there. */
  async function start(
    name: Name,
    ask: () => Promise<ViewOutcome>,
    meanwhile?: string,
  ): Promise<ViewOutcome | undefined> {
    if (guard.current) return undefined;
    guard.current = true;
    setUnderWay(name);
    setShown(undefined);
    const said = meanwhile === undefined ? undefined : { text: meanwhile, visible: false };
    announce(said);
    try {
      const outcome = await ask();
      if (outcome.ok) applyView(outcome.value);
      else fail(outcome.error);
      return outcome;
    } finally {
      guard.current = false;
      setUnderWay(undefined);
      announce((current) => (current === said ? undefined : current));
    }
  }

  function fail(failure: Failure): void {
    setShown({ failure, failedAtMs: performance.now() });
  }

  return { underWay, shown, start, fail };
}
