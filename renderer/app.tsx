import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../preload/contract.ts";
import { textsFor } from "../texts/index.ts";
import { Notices } from "./components/notices.tsx";
import { TraySubstitute } from "./components/tray-substitute.tsx";
import { UpdateLine } from "./components/update-line.tsx";
import { WindowHeader } from "./components/window-header.tsx";
import { CurrentScreen } from "./screens/current-screen.tsx";
import { useWindowState } from "./state/use-window-state.ts";
import { type Announcement, type WindowContext, WindowProvider } from "./state/window-context.ts";
import { noticesOn, screenOf, type WindowState } from "./state/window-state.ts";

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
  const { language, labelCase, locale, api, isTestBuild, notices, trayShown, update } = state.view;
  const { failuresNoticed } = state;
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
  // Before the effects of the next screen, which may announce something itself and move the focus.
  useLayoutEffect(() => {
    announce(undefined);
    window.scrollTo(0, 0);
  }, [screen]);
  useLayoutEffect(
    () => announce((current) => (current && "failure" in current ? undefined : current)),
    [failuresNoticed],
  );

  return (
    <WindowProvider value={context}>
      <WindowHeader screen={screen} api={api} isTestBuild={isTestBuild} />
      <main>
        <CurrentScreen
          state={state}
          notices={<Notices notices={noticesOn(screen, notices)} announcement={announcement} />}
        />
      </main>
      {!trayShown && <TraySubstitute />}
      <footer>
        <UpdateLine update={update} screen={screen} />
        {screen === "phone" && <p>{texts.handleWithCare}</p>}
        <p>{texts.unofficial}</p>
      </footer>
    </WindowProvider>
  );
}
