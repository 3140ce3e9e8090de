import { useEffect, useMemo, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../preload/contract.ts";
import { textsFor } from "../texts/index.ts";
import { CurrentScreen } from "./current-screen.tsx";
import { Mark } from "./mark.tsx";
import { Notices } from "./notices.tsx";
import { TraySubstitute } from "./tray-substitute.tsx";
import { useWindowState } from "./use-window-state.ts";
import { type Announcement, type WindowContext, WindowProvider } from "./window-context.ts";
import { screenOf, type WindowState } from "./window-state.ts";

export function App({ bridge }: { bridge: Bridge }) {
  const { state, applyView } = useWindowState(bridge);
  return state ? <LoginWindow bridge={bridge} state={state} applyView={applyView} /> : null;
}

interface LoginWindowProps {
  readonly bridge: Bridge;
  readonly state: WindowState;
  readonly applyView: (view: SessionView) => void;
}

function LoginWindow({ bridge, state, applyView }: LoginWindowProps) {
  const { language, locale, api, notices, trayShown, startsAtLogin } = state.view;
  const [announcement, announce] = useState<Announcement>();
  const texts = textsFor(language);
  const context = useMemo<WindowContext>(
    () => ({ bridge, texts, language, locale, applyView, announce }),
    [bridge, texts, language, locale, applyView],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.productName;
  }, [language, texts]);

  return (
    <WindowProvider value={context}>
      <header>
        {!api.isDefault && <p class="origin">{texts.otherOrigin(api.origin)}</p>}
        <p class="brand">
          <Mark status="valid" />
          {texts.productName}
        </p>
      </header>
      <main>
        <CurrentScreen state={state} />
      </main>
      <Notices notices={notices} announcement={announcement} />
      {!trayShown && <TraySubstitute startsAtLogin={startsAtLogin} />}
      <footer>
        {screenOf(state.view) === "phone" && <p>{texts.handleWithCare}</p>}
        <p>{texts.unofficial}</p>
      </footer>
    </WindowProvider>
  );
}
