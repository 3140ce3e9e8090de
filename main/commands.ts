import type { Autostart } from "./desktop/autostart.ts";
import type { TokenClipboard } from "./desktop/token-clipboard.ts";
import type { Failure } from "./domain/failure.ts";
import { failed, type Result, success } from "./domain/result.ts";
import type { Session } from "./domain/session.ts";

export type Done = Result<undefined, Failure>;

/** What a person can ask for in the tray's menu and in the window alike. */
export interface Commands {
  copyToken(): Promise<Done>;
  logOut(): Promise<Done>;
  setAutostart(enabled: boolean): Promise<Done>;
}

export function createCommands(session: Session, clipboard: TokenClipboard, autostart: Autostart): Commands {
  return {
    async copyToken() {
      const token = session.tokenToCopy();
      if (!token.ok) return token;
      return (await clipboard.copy(token.value)) ? success(undefined) : failed({ kind: "clipboard-refused" });
    },

    async logOut() {
      const loggedOut = session.logOut();
      if (loggedOut.ok) {
        session.startLogin();
        await clipboard.clear();
      }
      return loggedOut;
    },

    async setAutostart(enabled) {
      try {
        autostart.setEnabled(enabled);
        return success(undefined);
      } catch {
        return failed({ kind: "autostart-refused" });
      }
    },
  };
}
