import { useEffect, useRef } from "preact/hooks";
import type { UpdateView } from "../../preload/contract.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import type { Screen } from "../state/window-state.ts";
import { UpdateNews } from "./update-news.tsx";

interface UpdateLineProps {
  readonly update: UpdateView;
  readonly screen: Screen;
}

/** Below the token until it is hidden; the settings tell it in any case. Nothing of it during a login. */
export function UpdateLine({ update: { newer, isHidden }, screen }: UpdateLineProps) {
  const { bridge, texts, announce } = useWindow();
  const call = useAnnouncedCall<"hide-update">();
  const told = useRef(newer);
  const isHere = screen === "token" && !isHidden;

  useEffect(() => {
    // What was there when the window opened is read in its place.
    if (newer !== undefined && newer !== told.current && (isHere || screen === "settings")) {
      announce((current) =>
        // A failure, and what is meant for the eye as well, goes before.
        current && !("text" in current && !current.visible)
          ? current
          : { text: texts.updateAvailable(newer), visible: false },
      );
    }
    told.current = newer;
  }, [newer]);

  async function hide(): Promise<void> {
    const outcome = await call.start("hide-update", bridge.hideUpdate);
    if (outcome?.ok) announce({ text: texts.updateHidden, visible: false });
  }

  if (newer === undefined || !isHere) return null;
  return <UpdateNews newer={newer} onHide={() => void hide()} />;
}
