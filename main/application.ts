import { app, Menu } from "electron";
import type { SessionView } from "../preload/contract.ts";
import { createCommands, type Done } from "./commands.ts";
import { answerLimitBytes, callTimeoutMs } from "./config.ts";
import { openAutostart } from "./desktop/autostart.ts";
import { createExpiryReminder } from "./desktop/expiry-reminder.ts";
import { watchExpiry } from "./desktop/expiry-watch.ts";
import { findDesktopServices } from "./desktop/find-desktop-services.ts";
import type { SystemLanguage } from "./desktop/language.ts";
import { LoginWindow } from "./desktop/login-window.ts";
import { TokenClipboard } from "./desktop/token-clipboard.ts";
import type { TokenTray } from "./desktop/tray.ts";
import type { Failure } from "./domain/failure.ts";
import type { Clock } from "./domain/ports.ts";
import { Session } from "./domain/session.ts";
import { fetchOnce } from "./fetch-once.ts";
import { answerInvocations } from "./ipc.ts";
import { sessionView } from "./session-view.ts";
import { quitOnSignals } from "./signals.ts";
import { openKeyring } from "./storage/keyring.ts";
import { TokenStore } from "./storage/token-store.ts";
import { createTokenVault } from "./storage/token-vault.ts";
import { createVerifikApi } from "./verifik/api.ts";
import { createTransport } from "./verifik/transport.ts";
import { windowHandlers } from "./window-handlers.ts";

const clock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

/** What can be asked of the application from outside of the window: by the tray's menu and by a second start. */
export interface Application {
  openWindow(): void;
  copyToken(): Promise<void>;
  checkToken(): Promise<void>;
  logIn(): void;
  logOut(): Promise<void>;
  toggleAutostart(): Promise<void>;
}

/** Everything behind the icon: constructs it, wires it, reads what is stored. */
export async function startApplication(
  tray: TokenTray,
  apiOrigin: string,
  systemLanguage: SystemLanguage,
  hidden: boolean,
): Promise<Application> {
  const store = new TokenStore(app.getPath("userData"), clock.nowMs());
  quitOnSignals();
  const transport = createTransport({
    origin: apiOrigin,
    fetch: fetchOnce,
    timeoutMs: callTimeoutMs,
    answerLimitBytes,
  });
  const vault = createTokenVault(store, openKeyring(), apiOrigin);
  const session = new Session(createVerifikApi(transport, clock.nowMs), vault, clock);
  const clipboard = new TokenClipboard(() => showChange());
  const autostart = openAutostart();
  const commands = createCommands(session, clipboard, autostart);
  const desktop = await findDesktopServices();
  let trayShown = await desktop.hasTrayHost();
  const loginWindow = new LoginWindow(() => trayShown);
  // What was registered once Electron registers again by itself, when the tray is started anew.
  let registered = trayShown;
  let menuFailure: Failure | undefined;
  let loaded = false;

  function view(): SessionView {
    return sessionView(session.state, clock, {
      ...systemLanguage,
      apiOrigin,
      copied: clipboard.notice(),
      storeProblem: store.problem,
      menuFailure,
      trayShown,
      startsAtLogin: autostart.isEnabled(),
    });
  }

  function showChange(): void {
    const current = view();
    loginWindow.send("view-changed", current);
    // Until the keyring has answered, the icon's first state is nearer to the truth than "not logged in".
    if (!loaded && current.token.status === "absent") return;
    tray.show({ token: current.token, copied: clipboard.notice(), startsAtLogin: current.startsAtLogin });
  }

  function openWindow(): void {
    // Then there is one thing to do here. (A token that cannot be read is explained first.)
    const { status } = view().token;
    if (loaded && (status === "absent" || status === "expired")) session.startLogin();
    loginWindow.show();
  }

  /** The menu has no place for words; the window has. A choice that comes before the token has been read waits for it. */
  async function fromMenu(choose: () => Promise<Done> | Done): Promise<void> {
    await loading;
    const done = await choose();
    if (!done.ok) openWindow();
    // After the window, whose opening may begin a login: what happens next takes the words away.
    menuFailure = done.ok ? undefined : done.failure;
    tray.refreshMenu();
    showChange();
  }

  async function followTrayHost(): Promise<void> {
    const shown = await desktop.hasTrayHost();
    // Compared after the wait: several signals tell of one change.
    if (shown === trayShown) return;
    trayShown = shown;
    if (shown && !registered) tray.putUp();
    registered ||= shown;
    showChange();
  }

  answerInvocations(windowHandlers(session, commands, view), (frame) => loginWindow.owns(frame));
  // The default menu would bring reload and developer tools; macOS needs an Edit menu for its clipboard shortcuts.
  Menu.setApplicationMenu(process.platform === "darwin" ? Menu.buildFromTemplate([{ role: "editMenu" }]) : null);
  clearClipboardAtQuit(clipboard);
  desktop.onTrayHostChanged(() => void followTrayHost());

  session.onChanged(() => {
    menuFailure = undefined;
    showChange();
  });
  const remind = createExpiryReminder(session, clock, systemLanguage, desktop, openWindow);
  watchExpiry(session, clock, () => {
    void remind();
    showChange();
  });
  showChange();
  // Before the keyring answers, which may ask for its password first: without an icon there is nothing else to see.
  if (!hidden && !trayShown) loginWindow.show();
  const loading = session.load().then(() => {
    loaded = true;
    showChange();
    void remind();
    if (!hidden && (session.state.token.kind !== "kept" || !trayShown)) openWindow();
  });

  return {
    openWindow,
    logIn() {
      session.startLogin();
      loginWindow.show();
    },
    copyToken: () => fromMenu(() => commands.copyToken()),
    async checkToken() {
      await fromMenu(() => session.checkToken());
      // It says the answer.
      openWindow();
    },
    async logOut() {
      await fromMenu(() => commands.logOut());
      // It says what stays valid at Verifik.
      loginWindow.show();
    },
    toggleAutostart: () => fromMenu(() => commands.setAutostart(!autostart.isEnabled())),
  };
}

/** What was copied is not left behind. */
function clearClipboardAtQuit(clipboard: TokenClipboard): void {
  app.on("will-quit", (event) => {
    if (!clipboard.holdsToken) return;
    event.preventDefault();
    // Not from within the event: Electron takes no second quit while it is handling the first.
    void clipboard.clear().finally(() => setImmediate(() => app.quit()));
  });
}
