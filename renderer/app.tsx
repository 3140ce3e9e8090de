import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../preload/contract.ts";
import { textsFor } from "../texts/index.ts";
import { CurrentScreen } from "./current-screen.tsx";
import { Notices } from "./notices.tsx";
import { TokenUpkeep } from "./token-upkeep.tsx";
import { TraySubstitute } from "./tray-substitute.tsx";
import { useWindowState } from "./use-window-state.ts";
import { type Announcement, type WindowContext, WindowProvider } from "./window-context.ts";
import { WindowHeader } from "./window-header.tsx";
import { screenOf, type WindowState } from "./window-state.ts";

export function App({ bridge }: { bridge: Bridge }) {
  const { state, applyView } = useWindowState(bridge);
  return state ? <OnlyWindow bridge={bridge} state={state} applyView={applyView} /> : null;
}

interface OnlyWindowProps {
  readonly bridge: Bridge;
  readonly state: WindowState;
  readonly applyView: (view: SessionView) => void;
}

function OnlyWindow({ bridge, state, applyView }: OnlyWindowProps) {
  const { language, labelCase, locale, api, token, notices, trayShown } = state.view;
  const [announcement, announce] = useState<Announcement>();
  const texts = textsFor(language, labelCase);
  const screen = screenOf(state.view);
  const context = useMemo<WindowContext>(
    () => ({ bridge, texts, language, locale, applyView, announce }),
    [bridge, texts, language, locale, applyView],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.productName;
  }, [language, texts]);
  // What was announced goes with its screen: before the effects of the next one, which may announce something itself.
  useLayoutEffect(() => announce(undefined), [screen]);

  return (
    <WindowProvider value={context}>
      <WindowHeader screen={screen} api={api} />
      <main>
        <CurrentScreen state={state} />
        {/* The same on every screen, because a live region that comes with its text is not always read out. */}
        <Notices notices={notices} announcement={announcement} />
        {screen === "token" && <TokenUpkeep token={token} />}
      </main>
      {!trayShown && <TraySubstitute />}
      <footer>
        {screen === "phone" && <p>{texts.handleWithCare}</p>}
        <p>{texts.unofficial}</p>
      </footer>
    </WindowProvider>
  );
}
