import { setTimeout as wait } from "node:timers/promises";
import { app } from "electron";
import type { Session } from "../../domain/session/session.ts";
import type { TokenClipboard } from "../clipboard/token-clipboard.ts";
import { callTimeoutMs } from "../config.ts";
import { log } from "../log/log.ts";
import type { DesktopServices } from "../system/desktop-services.ts";

/** Time for the keyring and the disk, after the response of a call. */
const storingMs = 3_000;

/**
 * Withdraws the reminders and clears the clipboard before the application quits, and waits for a revocation under way: its
 * response has the only token that stays valid. Waits no longer than a call and storing its token may take, because a part of
 * the desktop may never answer.
 */
export function cleanUpBeforeQuit(
  session: Session,
  clipboard: TokenClipboard,
  notifications: DesktopServices["notifications"],
): void {
  let cleanedUp = false;
  app.on("will-quit", (event) => {
    if (cleanedUp) return;
    event.preventDefault();
    log({ kind: "quitting" });
    const cleared = clipboard.clear().then(() => clipboard.settled());
    const withdrawn = Object.values(notifications).map((one) => one.withdraw());
    const cleanUp = Promise.allSettled([...withdrawn, cleared, session.finish()]);
    void Promise.race([cleanUp, wait(callTimeoutMs + storingMs)]).then(() => {
      cleanedUp = true;
      // Electron ignores a quit from within this event: https://github.com/electron/electron/issues/33643
      setImmediate(() => app.quit());
    });
  });
}
