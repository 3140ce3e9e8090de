import { app } from "electron";
import { startExpiryTimer } from "../domain/reminders/expiry-timer.ts";
import { AutomaticRenewal } from "../domain/renewal/automatic-renewal.ts";
import type { Route } from "../preload/contract.ts";
import { desktopTexts } from "../texts/desktop.ts";
import { AppController } from "./app-controller.ts";
import { createSystemClipboard } from "./clipboard/create-system-clipboard.ts";
import { TokenClipboard } from "./clipboard/token-clipboard.ts";
import { watchWindowInUse } from "./clipboard/window-in-use.ts";
import { createCommandLine } from "./command-line/create-command-line.ts";
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
import { openLogFile } from "./log/log-file.ts";
import { logFolder } from "./log/log-folder.ts";
import { logSession } from "./log/session-log.ts";
import { proxyFromEnvironment } from "./network/proxy.ts";
import { createReminders } from "./notifications/create-reminders.ts";
import { createKeyring } from "./storage/keyring.ts";
import { SettingsStore } from "./storage/settings-store.ts";
import { NotesStore } from "./storage/token-notes.ts";
import { TokenStore } from "./storage/token-store.ts";
import { systemAlarm } from "./system/alarm.ts";
import { createAutostart } from "./system/autostart.ts";
import { systemClock as clock } from "./system/clock.ts";
import { createDesktopServices } from "./system/create-desktop-services.ts";
import { currentDesktop } from "./system/current-desktop.ts";
import { labelCase, readLanguage } from "./system/language.ts";
import type { TokenTray } from "./tray/tray.ts";
import type { AppActions } from "./tray/tray-menu.ts";
import { TrayRegistration } from "./tray/tray-registration.ts";
import { createUpdateCheck, updateView } from "./updates/create-update-check.ts";
import { setApplicationMenu } from "./window/application-menu.ts";
import { disableSpellcheck } from "./window/disable-spellcheck.ts";
import { LoginWindow } from "./window/login-window.ts";

/** Constructs and wires everything but the tray icon, and reads the stored files. Returns the actions of the tray's menu. */
export async function startApplication(
  tray: TokenTray,
  { apiOrigin, updateFeed }: Addresses,
  hidden: boolean,
): Promise<AppActions> {
  const logFile = openLogFile(logFolder());
  startLog(logFile.write);
  disableSpellcheck();
  const folder = app.getPath("userData");
  const settings = new SettingsStore(folder, clock.nowMs());
  installErrorHandlers(() => desktopTexts(readLanguage(settings.settings.language).language, labelCase));
  const store = new TokenStore(folder, clock.nowMs());
  const notes = new NotesStore(folder, clock.nowMs());

  const desktop = await createDesktopServices();
  const keyring = createKeyring(desktop.keyring);
  const proxy = proxyFromEnvironment(process.env);
  const session = createSession(apiOrigin, proxy, store, notes, keyring, clock);
  const renewal = new AutomaticRenewal(session, settings, clock, Math.random);
  logSession(session);
  const render = () => controller.render();
  const clipboard = new TokenClipboard(createSystemClipboard(watchWindowInUse()), render);
  const autostart = createAutostart();
  const commands = createCommands(session, clipboard, settings, autostart);
  const updates = createUpdateCheck(updateFeed, proxy, settings, clock, render);
  const trayRegistration = new TrayRegistration(desktop, clock, tray);
  await trayRegistration.look();
  const system = startedEvent({
    keyring: keyring.name,
    ownApi: apiOrigin !== defaultApiOrigin,
    desktop: currentDesktop(),
  });
  log(system);
  if (store.problem) log({ kind: "store-problem", file: "token", problem: store.problem });
  if (notes.problem) log({ kind: "store-problem", file: "token-notes", problem: notes.problem });
  if (settings.problem) log({ kind: "store-problem", file: "settings", problem: settings.problem });

  const window = new LoginWindow(() => void updates.check());
  const commandLine = createCommandLine({
    session,
    settings,
    clock,
    apiOrigin,
    notifications: desktop.notifications.commandLine,
    openSettings: () => controller.openWindow("settings"),
    onChanged: render,
  });
  const appInfo = () => ({
    apiOrigin,
    storeProblem: store.problem,
    startsAtLogin: autostart.isEnabled(),
    update: updateView(updates, updateFeed),
    commandLine: commandLine.view,
  });
  const controller = new AppController({
    session,
    renewal,
    settings,
    clipboard,
    commands,
    clock,
    tray,
    trayRegistration,
    window,
    appInfo,
  });

  const view = () => controller.view();
  const goTo = (route: Route) => controller.goTo(route);
  const exportDiagnostics = createDiagnosticsExport(logFile, system, view, clock.nowMs);
  const handlers = windowHandlers({ session, commands, settings, updates, goTo, view, exportDiagnostics });
  registerIpcHandlers(handlers, (frame) => window.owns(frame));
  setApplicationMenu();
  cleanUpBeforeQuit(session, clipboard, desktop.notifications);
  trayRegistration.onChecked((state, recreations) => {
    log({ kind: "tray-host", ...state, recreations });
    controller.trayChecked();
  });
  desktop.keyring.onChanged(() => void session.tokens.retry());
  desktop.onScreenLocked(() => void clipboard.clear());
  session.onChanged(() => controller.sessionChanged());
  settings.onChanged(render);
  // Switching the update check on checks at once.
  settings.onChanged(() => void updates.check());
  const remind = createReminders(session, renewal, settings, clock, desktop.notifications, {
    present: () => controller.clickReminder(),
    copy: () => controller.openWindow("token"),
  });
  const stopTimer = startExpiryTimer(session, settings, clock, systemAlarm, renewal, (occasion) => {
    session.copies.flush();
    void renewal.settle(occasion).then((tried) => {
      if (!tried) return;
      log({ kind: "automatic-renewal", ...tried });
      remind();
    });
    remind();
    render();
  });
  // No renewal may start while quitting waits for the one that is under way.
  app.once("will-quit", stopTimer);

  render();
  const loaded = controller.load({ hidden });
  void loaded.then(remind);
  commandLine.start(loaded);
  return controller.actions();
}
