import { app } from "electron";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import { hasProfileElsewhere, identity } from "../startup/identity.ts";
import { LinuxAutostart } from "./autostart-linux.ts";

/** Starting with the person's session, without opening the window. */
export interface Autostart {
  /** `undefined` where it cannot be had. */
  isEnabled(): boolean | undefined;
  /** Throws when the system refuses. */
  setEnabled(enabled: boolean): void;
}

const hidden = "--hidden";

const notToBeHad: Autostart = {
  isEnabled: () => undefined,
  setEnabled: () => {
    throw new Error("not for a profile elsewhere");
  },
};

/** Not for a profile elsewhere, as the demo has one: the entry is the person's, and would start this for their own token. */
export function createAutostart(): Autostart {
  if (hasProfileElsewhere()) return notToBeHad;
  const command = [...launchCommand(), ...keyringSwitch(), hidden];
  if (process.platform === "linux") {
    const autostart = new LinuxAutostart(app.getPath("appData"), identity, command);
    try {
      autostart.mend();
    } catch (error) {
      // The entry stays stale, which is no reason not to start.
      log({ kind: "autostart-not-mended", error: errorName(error) });
    }
    return autostart;
  }
  return process.platform === "win32" ? windowsAutostart(command) : macAutostart;
}

/** macOS starts the application without arguments; that it did so is asked at the start. */
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
    // Also asks whether the person has switched it off in the Task Manager.
    isEnabled: () => app.getLoginItemSettings({ path, args }).executableWillLaunchAtLogin,
    setEnabled(openAtLogin) {
      app.setLoginItemSettings({ openAtLogin, path, args });
      requireEnabled(autostart, openAtLogin);
    },
  };
  return autostart;
}

/** The system tells of no refusal but by leaving things as they are. */
function requireEnabled(autostart: Autostart, enabled: boolean): void {
  if (autostart.isEnabled() !== enabled) throw new Error("the system did not take the change");
}

/** What starts this very application: an AppImage runs from a mount that is another one each time. */
function launchCommand(): string[] {
  if (process.env.APPIMAGE) return [process.env.APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

/** Which keyring is used may hang on a switch; without it the token could not be read after the next login. */
function keyringSwitch(): string[] {
  const store = app.commandLine.getSwitchValue("password-store");
  return store === "" ? [] : [`--password-store=${store}`];
}
