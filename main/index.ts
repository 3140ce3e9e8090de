import { app, dialog } from "electron";
import { textsFor } from "../texts/index.ts";
import type { Application } from "./application.ts";
import { readApiOrigin } from "./config.ts";
import { registerAppScheme } from "./desktop/app-protocol.ts";
import { readSystemLanguage, type SystemLanguage } from "./desktop/language.ts";
import { TokenTray } from "./desktop/tray.ts";
import { claimIdentity } from "./identity.ts";
import { readTokenFile } from "./storage/token-file.ts";
import { keptTokenView } from "./token-view.ts";

const apiOrigin = readApiOrigin(process.env);
if (apiOrigin.ok) start(apiOrigin.value);
else {
  console.error(apiOrigin.failure);
  app.exit(2);
}

function start(apiOrigin: string): void {
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
  const systemLanguage = readSystemLanguage();
  const found = readTokenFile(app.getPath("userData"));
  const record = found.kind === "whole" ? found.content.tokens[apiOrigin] : undefined;
  const token = record ? keptTokenView(record, "keyring", Date.now()) : ({ status: "absent" } as const);

  let application: Promise<Application> | undefined;
  const ask = (question: (application: Application) => void) => () => void application?.then(question);
  const firstView = { token, copied: undefined, startsAtLogin: undefined };
  const tray = new TokenTray(firstView, systemLanguage, {
    open: ask((application) => application.openWindow()),
    copyToken: ask((application) => void application.copyToken()),
    checkToken: ask((application) => void application.checkToken()),
    logIn: ask((application) => application.logIn()),
    logOut: ask((application) => void application.logOut()),
    toggleAutostart: ask((application) => void application.toggleAutostart()),
    quit: () => app.quit(),
  });
  app.on(
    "second-instance",
    ask((application) => application.openWindow()),
  );

  // On macOS a second start comes as this.
  app.on(
    "activate",
    ask((application) => application.openWindow()),
  );

  application = import("./application.ts").then(({ startApplication }) =>
    startApplication(tray, apiOrigin, systemLanguage, isHiddenStart()),
  );
  application.catch((error: unknown) => giveUp(error, systemLanguage));
}

/** At login the icon is enough; macOS passes no arguments then, but tells. */
function isHiddenStart(): boolean {
  if (app.commandLine.hasSwitch("hidden")) return true;
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}

function giveUp(error: unknown, { language }: SystemLanguage): void {
  const texts = textsFor(language);
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  dialog.showErrorBox(texts.productName, texts.startFailed(reason));
  app.exit(1);
}
