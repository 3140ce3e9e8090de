import { useEffect } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import { useCall } from "./use-call.ts";

/** `useCall` for buttons with no room for an error: it appears among the notices. */
export function useAnnouncedCall<Name extends string>() {
  const { announce } = useWindow();
  const { pending, error, start } = useCall<Name>();
  useEffect(() => {
    if (error) announce(error);
  }, [error, announce]);
  return { pending, start };
}
