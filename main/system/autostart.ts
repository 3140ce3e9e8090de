import { app } from "electron";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import { hasProfileElsewhere, identity } from "../startup/identity.ts";
import { LinuxAutostart } from "./autostart-linux.ts";

/** Starts the app at login, without its window. */
export interface Autostart {
  /** `undefined` where autostart is not available. */
  isEnabled(): boolean | undefined;
  /** Throws if the system refuses. */
  setEnabled(enabled: boolean): void;
}

const hidden = "--hidden";

const unavailable: Autostart = {
  isEnabled: () => undefined,
  setEnabled: () => {
    throw new Error("not for a profile elsewhere");
  },
};

/** Unavailable with another profile, as in the demo: the entry would start the app with the person's usual profile. */
export function createAutostart(): Autostart {
  if (hasProfileElsewhere()) return unavailable;
  const command = [...launchCommand(), ...keyringSwitch(), hidden];
  if (process.platform === "linux") {
    const autostart = new LinuxAutostart(app.getPath("appData"), identity, command);
    try {
      autostart.mend();
    } catch (error) {
      // A stale entry must not keep the app from starting.
      log({ kind: "autostart-not-mended", error: errorName(error) });
    }
    return autostart;
  }
  return process.platform === "win32" ? windowsAutostart(command) : macAutostart;
}

/** macOS starts the app without arguments; main/index.ts asks for `wasOpenedAtLogin`. */
const macAutostart: Autostart = {
  isEnabled: () => app.getLoginItemSettings().openAtLogin,
  setEnabled(openAtLogin) {
    app.setLoginItemSettings({ openAtLogin });
    requireEnabled(macAutostart, openAtLogin);
  },
};

function windowsAutostart([path = process.execPath, ...rest]: readonly string[]): Autostart {
  const args = rest.map((argument) => `"${argument}"`);
  const autostart: Autostart = {
    // False too if the person disabled the entry in the Task Manager.
    isEnabled: () => app.getLoginItemSettings({ path, args }).executableWillLaunchAtLogin,
    setEnabled(openAtLogin) {
      app.setLoginItemSettings({ openAtLogin, path, args });
      requireEnabled(autostart, openAtLogin);
    },
  };
  return autostart;
}

/** Electron reports no error here, so the state is read back. */
function requireEnabled(autostart: Autostart, enabled: boolean): void {
  if (autostart.isEnabled() !== enabled) throw new Error("the system did not take the change");
}

/** The command that starts this application. An AppImage runs from a mount point that changes, so its file is used. */
function launchCommand(): string[] {
  if (process.env.APPIMAGE) return [process.env.APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

/**
 * Keeps the person's `--password-store`: without it the next start might use another keyring and fail to decrypt the token.
 * `process.argv` has no switch that `choosePasswordStore` appended for this desktop.
 */
function keyringSwitch(): string[] {
  return process.argv.filter((argument) => argument.startsWith("--password-store="));
}
