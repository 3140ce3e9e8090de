import { app } from "electron";
import type { Session } from "../../domain/session/session.ts";
import type { TokenClipboard } from "../clipboard/token-clipboard.ts";
import { callTimeoutMs } from "../config.ts";
import { log } from "../log/log.ts";

/** For the keyring and the disk, behind a call's answer. */
const storingMs = 3_000;

/**
 * Before the end: what was copied is taken off the clipboard, and the answer of a revocation is waited for, because it has the only
 * token that is left. Not longer than a call may take.
 */
export function cleanUpBeforeQuit(session: Session, clipboard: TokenClipboard): void {
  let ready = false;
  app.on("will-quit", (event) => {
    if (ready) return;
    event.preventDefault();
    log({ kind: "quitting" });
    void Promise.all([clipboard.clear(), inTime(session.finish())]).finally(() => {
      ready = true;
      // Not from within the event: Electron takes no second quit while it is handling the first.
      setImmediate(() => app.quit());
    });
  });
}

function inTime(finished: Promise<void>): Promise<void> {
  return Promise.race([finished, new Promise<void>((resolve) => setTimeout(resolve, callTimeoutMs + storingMs))]);
}
