import { useEffect } from "preact/hooks";
import { useCall } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

/** Calls whose failure is told among the notices, because their buttons have no room for it. */
export function useAnnouncedCall<Name extends string>() {
  const { announce } = useWindow();
  const { underWay, shown, start } = useCall<Name>();
  useEffect(() => {
    if (shown) announce(shown);
  }, [shown, announce]);
  return { underWay, start };
}
