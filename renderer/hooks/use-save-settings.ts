import { useState } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { ChangedSettings, ViewOutcome } from "../../preload/contract.ts";
import { textsFor } from "../../texts/index.ts";
import { elapsedMs } from "../state/elapsed-time.ts";
import { type CallError, useWindow } from "../state/window-context.ts";

/** Saves a setting as soon as it changes, announces "Saved." and holds the last error. */
export function useSaveSettings() {
  const { bridge, applyView, announce } = useWindow();
  const [error, setError] = useState<CallError>();

  async function save(call: () => Promise<ViewOutcome>): Promise<void> {
    setError(undefined);
    const outcome = await call();
    if (!outcome.ok) {
      fail(outcome.error);
      return;
    }
    const view = outcome.value;
    applyView(view);
    // The saved setting may be the language, so the announcement uses the view's.
    announce({ text: textsFor(view.language, view.labelCase).saved, visible: false });
  }

  function change(changes: ChangedSettings): void {
    void save(() => bridge.changeSettings(changes));
  }

  function fail(failure: Failure): void {
    setError({ failure, failedAtMs: elapsedMs() });
  }

  function clearError(): void {
    setError(undefined);
  }

  return { error, save, change, fail, clearError };
}
