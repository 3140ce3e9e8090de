import { useEffect } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import { useCall } from "./use-call.ts";

/** Calls whose failure is told among the notices, because their buttons have no room for it. */
export function useAnnouncedCall<Name extends string>() {
  const { announce } = useWindow();
  const { underWay, shown, start } = useCall<Name>();
  useEffect(() => {
    if (shown) announce(shown);
  }, [shown, announce]);
  return { underWay, start };
}
