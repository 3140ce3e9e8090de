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

/** A newer version, on the token screen until hidden. Settings always show it; the login screens never do. */
export function UpdateLine({ update: { newer, isHidden }, screen }: UpdateLineProps) {
  const { bridge, texts, announce } = useWindow();
  const call = useAnnouncedCall<"hide-update">();
  const lastAnnounced = useRef(newer);
  const isVisible = screen === "token" && !isHidden;

  useEffect(() => {
    // A screen reader reads the line itself if it was there when the window opened.
    if (newer !== undefined && newer !== lastAnnounced.current && (isVisible || screen === "settings")) {
      announce((current) =>
        // Errors and visible announcements take precedence.
        current && !("text" in current && !current.visible)
          ? current
          : { text: texts.updateAvailable(newer), visible: false },
      );
    }
    lastAnnounced.current = newer;
  }, [newer]);

  async function hide(): Promise<void> {
    const outcome = await call.start("hide-update", bridge.hideUpdate);
    if (outcome?.ok) announce({ text: texts.updateHidden, visible: false });
  }

  if (newer === undefined || !isVisible) return null;
  return <UpdateNews newer={newer} onHide={() => void hide()} />;
}
