import { join } from "node:path";
import { app } from "electron";

/**
 * Frozen: the keyring's item, the user-data folder and the installed packages hang on these names. Changing one logs
 * everybody out. A test holds package.json and electron-builder.yml to them.
 */
export const identity = {
  packageName: "verifik-tray",
  productName: "Verifik Tray",
  applicationId: "io.github.verifik_tray.VerifikTray",
  userDataFolder: "verifik-tray",
} as const;

/** Chromium's own switch for a profile elsewhere; the demo uses it for a throw-away one. Empty without it. */
function profileElsewhere(): string {
  return app.commandLine.getSwitchValue("user-data-dir");
}

export function hasProfileElsewhere(): boolean {
  return profileElsewhere() !== "";
}

/** Before `ready`: Electron derives the keyring's item and the folders from the name. */
export function applyAppIdentity(): void {
  app.setName(identity.productName);
  app.setAppUserModelId(identity.applicationId);
  app.setPath("userData", profileElsewhere() || join(app.getPath("appData"), identity.userDataFolder));
}
