import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../../preload/contract.ts";
import { nextWindowState, type WindowState } from "./window-state.ts";

/** Follows main's views. `undefined` until the first one is there. */
export function useWindowState(bridge: Bridge) {
  const [state, setState] = useState<WindowState>();

  const applyView = useCallback((view: SessionView) => {
    const receivedAtMs = performance.now();
    setState((previous) => nextWindowState(previous, view, receivedAtMs));
  }, []);

  // At once: an effect after the first frame would wait for one with nothing in it.
  useLayoutEffect(() => {
    const unsubscribe = bridge.onViewChanged(applyView);
    void bridge.getView().then(applyView);
    return unsubscribe;
  }, [bridge, applyView]);

  return { state, applyView };
}
