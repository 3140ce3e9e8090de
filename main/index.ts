import { app, dialog } from "electron";
import { desktopTexts } from "../texts/desktop.ts";
import type { Application } from "./application.ts";
import { isTestBuild } from "./build-kind.ts";
import { readApiOrigin } from "./config.ts";
import { registerAppScheme } from "./desktop/app-protocol.ts";
import { labelCase, readLanguage, type ShownLanguage } from "./desktop/language.ts";
import { TokenTray } from "./desktop/tray.ts";
import { claimIdentity } from "./identity.ts";
import { refuseRemoteDebugging } from "./remote-debugging.ts";
import { readSettingsFile } from "./storage/settings-file.ts";
import { readTokenFile } from "./storage/token-file.ts";
import { keptTokenView } from "./token-view.ts";

const apiOrigin = readApiOrigin(process.env, { loopbackOnly: isTestBuild });
if (apiOrigin.ok) start(apiOrigin.value);
else {
  console.error(apiOrigin.failure);
  app.exit(2);
}

function start(apiOrigin: string): void {
  refuseRemoteDebugging();
  claimIdentity();
  if (!app.requestSingleInstanceLock()) {
    // The first instance has been told, and shows its window.
    app.exit(0);
    return;
  }
  registerAppScheme();
  // A tray application lives on without windows.
  app.on("window-all-closed", () => {});
  if (process.platform === "darwin") app.setActivationPolicy("accessory");
  void app.whenReady().then(() => showTray(apiOrigin));
}

/** The icon first, with what a plain small read can tell; everything else is loaded after it. */
function showTray(apiOrigin: string): void {
  const folder = app.getPath("userData");
  const { language: choice, variableName } = readSettingsFile(folder);
  const language = readLanguage(choice);
  const found = readTokenFile(folder);
  const record = found.kind === "whole" ? found.content.tokens[apiOrigin] : undefined;
  const token = record ? keptTokenView(record, "keyring", Date.now()) : ({ status: "absent" } as const);

  let application: Promise<Application> | undefined;
  const ask = (question: (application: Application) => void) => () => void application?.then(question);
  const openWindow = ask((application) => application.openWindow());
  const tray = new TokenTray({ token, copied: undefined, variableName }, language, {
    copyToken: (format) => void application?.then(({ copyToken }) => copyToken(format)),
    renewToken: ask(({ renewToken }) => renewToken()),
    checkToken: ask(({ checkToken }) => checkToken()),
    logIn: ask(({ logIn }) => logIn()),
    logOut: ask(({ logOut }) => logOut()),
    revokeTokens: ask(({ revokeTokens }) => revokeTokens()),
    openWindow,
    openSettings: ask(({ openSettings }) => openSettings()),
    quit: () => app.quit(),
  });
  app.on("second-instance", openWindow);
  // On macOS a second start comes as this.
  app.on("activate", openWindow);

  application = import("./application.ts").then(({ startApplication }) =>
    startApplication(tray, apiOrigin, isHiddenStart()),
  );
  application.catch((error: unknown) => giveUp(error, language));
}

/** At login the icon is enough; macOS passes no arguments then, but tells. */
function isHiddenStart(): boolean {
  if (app.commandLine.hasSwitch("hidden")) return true;
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}

function giveUp(error: unknown, { language }: ShownLanguage): void {
  const texts = desktopTexts(language, labelCase);
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  dialog.showErrorBox(texts.productName, texts.startFailed(reason));
  app.exit(1);
}
