import { app } from "electron";
import type { Failure, Outcome } from "../domain/failure.ts";
import type { Clock } from "../domain/ports.ts";
import type { Route, SessionView } from "../preload/contract.ts";
import { desktopTexts } from "../texts/desktop.ts";
import { createSystemClipboard } from "./clipboard/create-system-clipboard.ts";
import { TokenClipboard } from "./clipboard/token-clipboard.ts";
import { watchWindowInUse } from "./clipboard/window-in-use.ts";
import { createCommands } from "./commands.ts";
import { type Addresses, defaultApiOrigin } from "./config.ts";
import { createSession } from "./create-session.ts";
import { createDiagnosticsExport } from "./diagnostics/export.ts";
import { startedEvent } from "./diagnostics/started-event.ts";
import { registerIpcHandlers } from "./ipc/ipc.ts";
import { windowHandlers } from "./ipc/window-handlers.ts";
import { cleanUpBeforeQuit } from "./lifecycle/clean-up-before-quit.ts";
import { installErrorHandlers } from "./lifecycle/unexpected-errors.ts";
import { log, startLog } from "./log/log.ts";
import { LogFile } from "./log/log-file.ts";
import { logFolder } from "./log/log-folder.ts";
import { logSession } from "./log/session-log.ts";
import { proxyFromEnvironment } from "./network/proxy.ts";
import { watchExpiry } from "./notifications/expiry-watch.ts";
import { createReminderNotification } from "./notifications/reminder-notification.ts";
import { quitOnSignals } from "./startup/quit-signals.ts";
import { createKeyring } from "./storage/keyring.ts";
import { SettingsStore } from "./storage/settings-store.ts";
import { TokenStore } from "./storage/token-store.ts";
import { createAutostart } from "./system/autostart.ts";
import { createDesktopServices } from "./system/create-desktop-services.ts";
import { labelCase, readLanguage } from "./system/language.ts";
import type { TokenTray } from "./tray/tray.ts";
import type { MenuActions } from "./tray/tray-menu.ts";
import { createUpdateCheck, updateView } from "./updates/create-update-check.ts";
import { sessionView, tokenView } from "./views/session-view.ts";
import { setApplicationMenu } from "./window/application-menu.ts";
import { disableSpellcheck } from "./window/disable-spellcheck.ts";
import { LoginWindow } from "./window/login-window.ts";

const clock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A panel reads icon and menu as soon as it hears of them, of which nothing tells; a slow computer takes this long. */
const trayIsReadMs = 3_000;

/** What can be asked of the application from outside of the window: by the tray's menu and by a second start. */
export type Application = Omit<MenuActions, "quit">;

/** Everything behind the icon: constructs it, wires it, reads what is stored. */
export async function startApplication(tray: TokenTray, addresses: Addresses, hidden: boolean): Promise<Application> {
  const { apiOrigin, updateFeed } = addresses;
  const logFile = new LogFile(logFolder());
  startLog(logFile, clock.nowMs);
  disableSpellcheck();
  const folder = app.getPath("userData");
  const settings = new SettingsStore(folder, clock.nowMs());
  installErrorHandlers(() => desktopTexts(readLanguage(settings.settings.language).language, labelCase));
  const store = new TokenStore(folder, clock.nowMs());
  quitOnSignals();
  let somebodyIsThere = () => {};
  const called = new Promise<void>((resolve) => {
    somebodyIsThere = resolve;
  });
  const keyring = createKeyring(Promise.race([clock.wait(trayIsReadMs), called]));
  const proxy = proxyFromEnvironment(process.env);
  const session = createSession(apiOrigin, proxy, store, keyring, clock);
  logSession(session);
  const clipboard = new TokenClipboard(createSystemClipboard(watchWindowInUse()), () => showChange());
  const autostart = createAutostart();
  const commands = createCommands(session, clipboard, settings, autostart);
  const desktop = await createDesktopServices();
  let trayShown = await desktop.hasTrayHost();
  const system = startedEvent({
    keyring: keyring.name,
    trayHost: trayShown,
    ownApi: apiOrigin !== defaultApiOrigin,
  });
  log(system);
  if (store.problem) log({ kind: "store-problem", file: "token", problem: store.problem });
  if (settings.problem) log({ kind: "store-problem", file: "settings", problem: settings.problem });
  const updates = createUpdateCheck(updateFeed, proxy, settings, clock, showChange);
  const loginWindow = new LoginWindow(
    () => trayShown,
    () => {
      somebodyIsThere();
      void updates.check();
    },
  );
  // What was registered once Electron registers again by itself, when the tray is started anew.
  let registered = trayShown;
  let place: Route = "token";
  let menuFailure: Failure | undefined;
  let loaded = false;

  function view(): SessionView {
    return sessionView(session.state, clock, {
      language: readLanguage(settings.settings.language),
      settings: settings.settings,
      place,
      apiOrigin,
      copied: clipboard.notice(),
      storeProblem: store.problem,
      settingsDamaged: settings.problem === "damaged",
      menuFailure,
      trayShown,
      startsAtLogin: autostart.isEnabled(),
      update: updateView(updates, updateFeed),
    });
  }

  function showChange(): void {
    // It knows what the tray needs not: phone numbers, for one, whose metadata is large.
    if (loginWindow.isOpen) loginWindow.send("view-changed", view());
    const token = tokenView(session.state.token, clock.nowMs());
    // Until the keyring has answered, the icon's first state is nearer to the truth than "not logged in".
    if (!loaded && token.status === "absent") return;
    const { variableName } = settings.settings;
    tray.show({ token, copied: clipboard.notice(), variableName }, readLanguage(settings.settings.language));
  }

  function goTo(to: Route): void {
    place = to;
    showChange();
  }

  function openWindow(at: Route = loginWindow.isOpen ? place : "token"): void {
    // Then there is one thing to do here. (A token that cannot be read is explained first.)
    const { status } = tokenView(session.state.token, clock.nowMs());
    if (loaded && (status === "absent" || status === "expired")) session.logins.start();
    if (at !== place) goTo(at);
    loginWindow.show();
  }

  /** The menu has no place for words; the window has. A choice that comes before the token has been read waits for it. */
  async function fromMenu(choose: () => Promise<Outcome> | Outcome): Promise<void> {
    somebodyIsThere();
    await loading;
    const done = await choose();
    if (!done.ok) openWindow("token");
    // After the window, whose opening may begin a login: what happens next takes the words away. News says it already.
    menuFailure = done.ok || session.state.news ? undefined : done.error;
    showChange();
  }

  /** What the answer says is read in the window. */
  async function renewToken(): Promise<void> {
    await fromMenu(() => session.renewToken(1));
    openWindow("token");
  }

  function clickReminder(): void {
    if (session.tokens.toCopy().ok) void renewToken();
    else openWindow("token");
  }

  async function followTrayHost(): Promise<void> {
    const shown = await desktop.hasTrayHost();
    // Compared after the wait: several signals tell of one change.
    if (shown === trayShown) return;
    trayShown = shown;
    log({ kind: "tray-host", shown });
    if (shown && !registered) tray.recreate();
    registered ||= shown;
    showChange();
  }

  const exportDiagnostics = createDiagnosticsExport(logFile, system, view, clock.nowMs);
  const handlers = windowHandlers({ session, commands, settings, updates, goTo, view, exportDiagnostics });
  registerIpcHandlers(handlers, (frame) => loginWindow.owns(frame));
  setApplicationMenu();
  cleanUpBeforeQuit(session, clipboard);
  desktop.onTrayHostChanged(() => void followTrayHost());
  desktop.onScreenLocked(() => void clipboard.clear());

  session.onChanged(() => {
    menuFailure = undefined;
    showChange();
  });
  settings.onChanged(showChange);
  // Whoever switches the check on has asked for it.
  settings.onChanged(() => void updates.check());
  const remind = createReminderNotification(session, settings, clock, desktop, clickReminder);
  watchExpiry(session, settings, clock, () => {
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
    openWindow: () => openWindow(),
    openSettings: () => openWindow("settings"),
    logIn() {
      session.logins.start();
      openWindow("token");
    },
    copyToken: (format) => fromMenu(() => commands.copyToken(format)),
    renewToken,
    async checkToken() {
      await fromMenu(() => session.checkToken());
      // It says the answer.
      openWindow("token");
    },
    async logOut() {
      await fromMenu(() => commands.logOut());
      // It says what stays valid at Verifik.
      openWindow("token");
    },
    // Asks first.
    revokeTokens: () => openWindow("revoke"),
  };
}
