import { join } from "node:path";
import { Notification } from "electron";
import type { DesktopNotifications } from "./desktop-services.ts";

/** A notification without an event by then counts as not shown. */
const answersWithinMs = 60_000;

const applicationIcon = join(__dirname, "../../resources/icon-256.png");

/** The notifications of macOS and Windows, by Electron. They are a part of the system, so they are always ready. */
export function createElectronNotifications(): DesktopNotifications {
  // Without this reference the notification is garbage-collected: https://github.com/electron/electron/issues/16922
  let shown: Notification | undefined;
  let answer = (_isShown: boolean) => {};
  return {
    isReady: async () => true,
    async show(words, onClick) {
      shown?.close();
      const notification = new Notification({
        ...words,
        // macOS shows the application's icon by itself.
        ...(process.platform !== "darwin" && { icon: applicationIcon }),
      });
      shown = notification;
      notification.on("click", onClick);
      return new Promise((resolve) => {
        answer = resolve;
        setTimeout(resolve, answersWithinMs, false).unref();
        notification.once("show", () => resolve(true));
        // The event's error is left out of the log: the system words it freely.
        notification.once("failed", () => resolve(false));
        notification.show();
      });
    },
    async withdraw() {
      answer(false);
      shown?.close();
      shown = undefined;
    },
    onServiceChanged: () => {},
  };
}
