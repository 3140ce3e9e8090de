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

/** Before `ready`: Electron derives the keyring's item and the folders from the name. */
export function claimIdentity(): void {
  app.setName(identity.productName);
  app.setAppUserModelId(identity.applicationId);
  // Chromium's own switch for a profile elsewhere; the demo and the tests use it for throw-away ones.
  const elsewhere = app.commandLine.getSwitchValue("user-data-dir");
  app.setPath("userData", elsewhere || join(app.getPath("appData"), identity.userDataFolder));
}
