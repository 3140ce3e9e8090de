import { useState } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { ChangedSettings, ViewOutcome } from "../../preload/contract.ts";
import { textsFor } from "../../texts/index.ts";
import { type ShownFailure, useWindow } from "../state/window-context.ts";

/** Stores what was changed at once, and holds what that failed with. */
export function useSaving() {
  const { bridge, applyView, announce } = useWindow();
  const [shown, setShown] = useState<ShownFailure>();

  async function save(ask: () => Promise<ViewOutcome>): Promise<void> {
    setShown(undefined);
    const outcome = await ask();
    if (!outcome.ok) {
      fail(outcome.error);
      return;
    }
    const view = outcome.value;
    applyView(view);
    // In the language that the window speaks now: it may be what was changed.
    announce({ text: textsFor(view.language, view.labelCase).saved, visible: false });
  }

  function change(changes: ChangedSettings): void {
    void save(() => bridge.changeSettings(changes));
  }

  function fail(failure: Failure): void {
    setShown({ failure, failedAtMs: performance.now() });
  }

  /** Nothing is to be mended any more. */
  function drop(): void {
    setShown(undefined);
  }

  return { shown, save, change, fail, drop };
}
