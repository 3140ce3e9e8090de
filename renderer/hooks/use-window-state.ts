import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../../preload/contract.ts";
import { elapsedMs } from "../state/elapsed-time.ts";
import { nextWindowState, type WindowState } from "../state/window-state.ts";

/** Follows main's views. `undefined` until the first one arrives. */
export function useWindowState(bridge: Bridge) {
  const [state, setState] = useState<WindowState>();

  const applyView = useCallback((view: SessionView) => {
    const receivedAtMs = elapsedMs();
    setState((previous) => nextWindowState(previous, view, receivedAtMs));
  }, []);

  // A plain effect would run only after an empty first frame.
  useLayoutEffect(() => {
    const unsubscribe = bridge.onViewChanged(applyView);
    void bridge.getView().then(applyView);
    return unsubscribe;
  }, [bridge, applyView]);

  return { state, applyView };
}
