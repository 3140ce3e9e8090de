import { app } from "electron";
import { identity } from "../identity.ts";
import { LinuxAutostart } from "./autostart-linux.ts";

/** Starting with the person's session, without opening the window. */
export interface Autostart {
  isEnabled(): boolean;
  /** Throws when the system refuses. */
  setEnabled(enabled: boolean): void;
}

const hidden = "--hidden";

export function openAutostart(): Autostart {
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
