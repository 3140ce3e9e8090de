import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Bridge, SessionView } from "../preload/contract.ts";
import { textsFor } from "../texts/index.ts";
import { CopiedToast } from "./components/copied-toast.tsx";
import { CopyBanner } from "./components/copy-banner.tsx";
import { NoTrayNotice } from "./components/no-tray-notice.tsx";
import { Notices } from "./components/notices.tsx";
import { TokenBanners } from "./components/token-banners.tsx";
import { UpdateLine } from "./components/update-line.tsx";
import { WindowHeader } from "./components/window-header.tsx";
import { useClosedNotices } from "./hooks/use-closed-notices.ts";
import { useWindowHeight } from "./hooks/use-window-height.ts";
import { useWindowState } from "./hooks/use-window-state.ts";
import { CurrentScreen } from "./screens/current-screen.tsx";
import { type Announcement, type WindowContext, WindowProvider } from "./state/window-context.ts";
import { isRejection, isUsable, noticesOn, screenOf, type WindowState } from "./state/window-state.ts";

export function App({ bridge }: { bridge: Bridge }) {
  const { state, applyView } = useWindowState(bridge);
  useWindowHeight();
  return state ? <LoadedWindow bridge={bridge} state={state} applyView={applyView} /> : null;
}

interface LoadedWindowProps {
  readonly bridge: Bridge;
  readonly state: WindowState;
  readonly applyView: (view: SessionView) => void;
}

function LoadedWindow({ bridge, state, applyView }: LoadedWindowProps) {
  const { language, labelCase, locale, notices, token, copy, missingTray, update } = state.view;
  const { mainFailureCount } = state;
  const { open, close } = useClosedNotices(notices);
  const screenStart = useRef<HTMLElement>(null);
  const [announcement, announce] = useState<Announcement>();
  const texts = textsFor(language, labelCase);
  const screen = screenOf(state.view);
  // The question lies over the token screen, which stays as it is.
  const below = screen === "revoke" ? "token" : screen;
  const rejection =
    below === "token" ? [announcement, ...notices].find((message) => message && isRejection(message)) : undefined;
  const shown = noticesOn(below, open).filter((notice) => below !== "token" || !isRejection(notice));
  const copies = below === "token" || below === "phone";
  const context = useMemo<WindowContext>(
    () => ({ bridge, texts, language, locale, applyView, announce, screenStart }),
    [bridge, texts, language, locale, applyView],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.productName;
  }, [language, texts]);
  // Layout effects run before the next screen's effects, which may announce something and move the focus.
  useLayoutEffect(() => {
    announce(undefined);
    window.scrollTo(0, 0);
  }, [screen]);
  useLayoutEffect(
    () => announce((current) => (current && "failure" in current ? undefined : current)),
    [mainFailureCount],
  );

  return (
    <WindowProvider value={context}>
      <WindowHeader screen={below} view={state.view} />
      <main>
        <CurrentScreen
          state={state}
          notices={
            <Notices
              notices={shown}
              announcement={rejection === announcement ? undefined : announcement}
              onClose={close}
              hasToken={below === "token" && isUsable(token) && !token.rejected}
            >
              {below === "token" && <TokenBanners token={token} rejection={rejection} />}
              {copies && <CopyBanner copy={copy} />}
            </Notices>
          }
        />
      </main>
      {missingTray && <NoTrayNotice why={missingTray} />}
      <footer class="foot">
        <UpdateLine update={update} screen={below} />
        {below === "phone" && <p>{texts.handleWithCare}</p>}
        <p>{texts.unofficial}</p>
      </footer>
      <CopiedToast
        copied={copies ? notices.find((notice) => notice.kind === "copied") : undefined}
        receivedAtMs={state.receivedAtMs}
      />
    </WindowProvider>
  );
}
