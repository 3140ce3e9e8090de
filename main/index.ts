import { app, dialog } from "electron";
import type { TokenView } from "../preload/contract.ts";
import { type DesktopTexts, desktopTexts } from "../texts/desktop.ts";
import type { Application } from "./application.ts";
import { type Addresses, readAddresses } from "./config.ts";
import { isAppImageWithoutSandbox } from "./startup/appimage-sandbox.ts";
import { isTestBuild } from "./startup/build-kind.ts";
import { removeDebuggingSwitches } from "./startup/chromium-switches.ts";
import { applyAppIdentity } from "./startup/identity.ts";
import { quitOnSignals } from "./startup/quit-signals.ts";
import { acquireSingleInstanceLock } from "./startup/single-instance.ts";
import { waitUntilIdle } from "./startup/wait-until-idle.ts";
import { readSettingsFile } from "./storage/settings-file.ts";
import { readTokenFile } from "./storage/token-file.ts";
import { labelCase, readLanguage } from "./system/language.ts";
import { TokenTray } from "./tray/tray.ts";
import { keptTokenView } from "./views/token-view.ts";
import { registerAppScheme } from "./window/app-scheme.ts";

const addresses = readAddresses(process.env, { loopbackOnly: isTestBuild });
if (addresses.ok) start(addresses.value);
else {
  console.error(addresses.error);
  app.exit(2);
}

function start(addresses: Addresses): void {
  removeDebuggingSwitches();
  applyAppIdentity();
  if (!acquireSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  if (isAppImageWithoutSandbox()) {
    app.whenReady().then(() => failStartup(new Error(startupTexts().sandboxOff)), failStartup);
    return;
  }
  registerAppScheme();
  // A tray application lives on without windows.
  app.on("window-all-closed", () => {});
  if (process.platform === "darwin") app.setActivationPolicy("accessory");
  app
    .whenReady()
    .then(() => showTray(addresses), failStartup)
    .catch(failStartup);
}

/**
 * The icon first and alone, with what a plain small read can tell; then its menu; then everything else. In between the
 * desktop takes in what it was given, for which it asks this process: whatever is done meanwhile keeps the icon away.
 */
function showTray(addresses: Addresses): void {
  const folder = app.getPath("userData");
  const found = readTokenFile(folder);
  const record = found.kind === "whole" ? found.content.tokens[addresses.apiOrigin] : undefined;
  const token = record ? keptTokenView(record, "keyring", Date.now()) : ({ status: "absent" } as const);

  // What is asked for before the application is there waits for it.
  const whenLoaded = (question: (application: Application) => void) => () => void application.then(question);
  const openWindow = whenLoaded((application) => application.openWindow());
  const tray = new TokenTray(token, {
    copyToken: (format) => void application.then(({ copyToken }) => copyToken(format)),
    renewToken: whenLoaded(({ renewToken }) => renewToken()),
    checkToken: whenLoaded(({ checkToken }) => checkToken()),
    logIn: whenLoaded(({ logIn }) => logIn()),
    logOut: whenLoaded(({ logOut }) => logOut()),
    revokeTokens: whenLoaded(({ revokeTokens }) => revokeTokens()),
    openWindow,
    openSettings: whenLoaded(({ openSettings }) => openSettings()),
    quit: () => app.quit(),
  });
  app.on("second-instance", openWindow);
  // On macOS a second start comes as this.
  app.on("activate", openWindow);

  const application = loadApplication(tray, token, folder, addresses);
  application.catch(failStartup);
}

async function loadApplication(
  tray: TokenTray,
  token: TokenView,
  folder: string,
  addresses: Addresses,
): Promise<Application> {
  await waitUntilIdle();
  const { language, variableName } = readSettingsFile(folder);
  tray.show({ token, copied: undefined, variableName }, readLanguage(language));
  await waitUntilIdle();
  quitOnSignals();
  const { startApplication } = await import("./application.ts");
  return startApplication(tray, addresses, isHiddenStart());
}

/** At login the icon is enough; macOS passes no arguments then, but tells. */
function isHiddenStart(): boolean {
  if (app.commandLine.hasSwitch("hidden")) return true;
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}

function failStartup(error: unknown): void {
  const texts = startupTexts();
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  dialog.showErrorBox(texts.productName, texts.startFailed(reason));
  app.exit(1);
}

function startupTexts(): DesktopTexts {
  const { language } = readLanguage(readSettingsFile(app.getPath("userData")).language);
  return desktopTexts(language, labelCase);
}
