import { join } from "node:path";
import { app } from "electron";

/**
 * Never change these names: the keyring's item, the user-data folder and installed packages depend on them, and a change logs
 * everybody out. A test compares package.json and electron-builder.yml with them.
 */
export const identity = {
  packageName: "verifik-tray",
  productName: "Verifik Tray",
  applicationId: "io.github.verifik_tray.VerifikTray",
  userDataFolder: "verifik-tray",
} as const;

/** The folder of Chromium's switch for another profile, which the demo uses for a temporary one. Empty without the switch. */
function profileElsewhere(): string {
  return app.commandLine.getSwitchValue("user-data-dir");
}

/** Whether this start uses a profile outside of the usual folder. */
export function hasProfileElsewhere(): boolean {
  return profileElsewhere() !== "";
}

/** The folder of a start without that switch. */
export function usualProfile(): string {
  return join(app.getPath("appData"), identity.userDataFolder);
}

/** The profile of this start, which may not be there yet. */
export function profileFolder(): string {
  return profileElsewhere() || usualProfile();
}

/** Sets the names and the profile. Before `ready`, because Electron derives the keyring's item and its folders from them. */
export function applyAppIdentity(): void {
  app.setName(identity.productName);
  app.setAppUserModelId(identity.applicationId);
  app.setPath("userData", profileFolder());
}
