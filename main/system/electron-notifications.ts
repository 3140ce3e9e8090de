import { join } from "node:path";
import { Notification } from "electron";
import { log } from "../log/log.ts";
import type { DesktopNotifications } from "./desktop-services.ts";

const applicationIcon = join(__dirname, "../../resources/icon-256.png");

/** The notifications of macOS and Windows, by Electron. They are a part of the system, so they are always ready. */
export function createElectronNotifications(): DesktopNotifications {
  // Without this reference the notification is garbage-collected: https://github.com/electron/electron/issues/16922
  let shown: Notification | undefined;
  return {
    isReady: async () => true,
    async show(words, onClick) {
      shown?.close();
      shown = new Notification({
        ...words,
        // macOS shows the application's icon by itself.
        ...(process.platform !== "darwin" && { icon: applicationIcon }),
      });
      shown.on("click", onClick);
      // The event's error is left out of the log: the system words it freely.
      shown.on("failed", () => log({ kind: "reminder-failed" }));
      shown.show();
      return true;
    },
    async withdraw() {
      shown?.close();
      shown = undefined;
    },
    onServiceChanged: () => {},
  };
}
