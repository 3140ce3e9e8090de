import { app } from "electron";
import { type Addresses, readAddresses } from "./config.ts";
import { failStartup, startupTexts } from "./lifecycle/fail-startup.ts";
import { isAppImageWithoutSandbox } from "./startup/appimage-sandbox.ts";
import { isTestBuild } from "./startup/build-kind.ts";
import { removeDebuggingSwitches } from "./startup/chromium-switches.ts";
import { isHiddenStart } from "./startup/hidden-start.ts";
import { applyAppIdentity } from "./startup/identity.ts";
import { choosePasswordStore } from "./startup/password-store.ts";
import { quitOnSignals } from "./startup/quit-signals.ts";
import { acquireSingleInstanceLock } from "./startup/single-instance.ts";
import { waitUntilIdle } from "./startup/wait-until-idle.ts";
import { readNotes } from "./storage/notes-file.ts";
import { readSettingsFile } from "./storage/settings-file.ts";
import { readTokenFile } from "./storage/token-file.ts";
import { readLanguage } from "./system/language.ts";
import { actionsWhenLoaded } from "./tray/actions-when-loaded.ts";
import { TokenTray } from "./tray/tray.ts";
import type { AppActions, TrayView } from "./tray/tray-menu.ts";
import { copyView } from "./views/copy-view.ts";
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
  choosePasswordStore();
  applyAppIdentity();
  if (!acquireSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  registerAppScheme();
  // Without a listener Electron quits when the last window closes.
  app.on("window-all-closed", () => {});
  if (process.platform === "darwin") app.setActivationPolicy("accessory");
  app
    .whenReady()
    .then(() => {
      if (isAppImageWithoutSandbox()) throw new Error(startupTexts().sandboxOff);
      showIcon(addresses);
    })
    .catch(failStartup);
}

/** Shows the icon from the stored files alone, then loads the menu and the application. */
function showIcon(addresses: Addresses): void {
  const file = readTokenFile(app.getPath("userData"));
  const stored = file.kind === "whole" ? file.content.tokens[addresses.apiOrigin] : undefined;
  const token = stored ? keptTokenView(stored, "keyring", Date.now()) : ({ status: "absent" } as const);
  const notes = readNotes(app.getPath("userData"), addresses.apiOrigin);
  const copy = copyView(notes?.copied, stored, Date.now());
  const actions = actionsWhenLoaded(() => application);
  const tray = new TokenTray(token, copy, { ...actions, quit: () => app.quit() });
  app.on("second-instance", (_event, commandLine) => {
    // Autostart and a restored session may both start the application at login.
    if (!commandLine.includes("--hidden")) actions.openWindow();
  });
  // macOS reports a second start as `activate`.
  app.on("activate", actions.openWindow);
  const application = loadApplication(tray, { token, copy }, addresses);
  application.catch(failStartup);
}

async function loadApplication(
  tray: TokenTray,
  stored: Pick<TrayView, "token" | "copy">,
  addresses: Addresses,
): Promise<AppActions> {
  // The desktop asks this process for the icon, and work done meanwhile would delay it.
  await waitUntilIdle();
  const { language, variableName, automaticRenewal } = readSettingsFile(app.getPath("userData"));
  const renewsAutomatically = automaticRenewal === "on";
  tray.show({ ...stored, copied: undefined, renewsAutomatically, variableName }, readLanguage(language));
  quitOnSignals();
  const { startApplication } = await import("./application.ts");
  return startApplication(tray, addresses, isHiddenStart());
}
