import { app } from "electron";
import { hasProfileElsewhere, identity } from "../identity.ts";
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
export function openAutostart(): Autostart {
  if (hasProfileElsewhere()) return notToBeHad;
  const command = [...launchCommand(), hidden];
  if (process.platform === "linux") {
    const autostart = new LinuxAutostart(app.getPath("appData"), identity, command);
    autostart.mend();
    return autostart;
  }
  const [path = process.execPath, ...args] = command;
  return {
    isEnabled: () => app.getLoginItemSettings({ path, args }).openAtLogin,
    setEnabled: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, path, args }),
  };
}

/** What starts this very application: an AppImage runs from a mount that is another one each time. */
function launchCommand(): string[] {
  if (process.env.APPIMAGE) return [process.env.APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}
