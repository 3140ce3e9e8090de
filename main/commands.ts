import type { Outcome } from "../domain/failure.ts";
import { err, ok } from "../domain/result.ts";
import type { Session } from "../domain/session/session.ts";
import { clearsAfterMs, enabledOffsets, isVariableName, type Settings } from "../domain/settings.ts";
import { type CopyFormat, formatToken } from "../domain/token/copy-format.ts";
import type { ChangedSettings } from "../preload/contract.ts";
import type { TokenClipboard } from "./clipboard/token-clipboard.ts";
import { log } from "./log/log.ts";
import type { SettingsStore } from "./storage/settings-store.ts";
import type { Autostart } from "./system/autostart.ts";

/** Commands of the tray's menu and of the window that need more than the session. */
export interface Commands {
  copyToken(format: CopyFormat): Promise<Outcome>;
  /** Clears the clipboard, unless something else was copied since. */
  clearClipboard(): Promise<void>;
  /** Deletes the token here, also from the clipboard, and starts a new login. */
  logOut(): Promise<Outcome>;
  revokeTokens(): Promise<Outcome>;
  /** `variable-name-invalid` or `settings-not-stored`; then no setting changes. */
  changeSettings(changes: ChangedSettings): Promise<Outcome>;
  /** `autostart-refused` if the system does not accept the change. */
  setAutostart(enabled: boolean): Outcome;
}

/** Connects the commands to session, clipboard, settings and autostart. */
export function createCommands(
  session: Session,
  clipboard: TokenClipboard,
  settings: SettingsStore,
  autostart: Autostart,
): Commands {
  return {
    async copyToken(format) {
      const usable = session.tokens.usable();
      if (!usable.ok) return usable;
      const { token } = usable.value;
      const { variableName, clipboardClearing } = settings.settings;
      const copied = await clipboard.copy(
        formatToken(token.bearerToken, format, variableName),
        clearsAfterMs(clipboardClearing),
      );
      if (copied.ok) session.copies.noteCopy(token);
      log(copied.ok ? { kind: "copied", format } : { kind: "copy-failed", failure: copied.error.kind });
      return copied;
    },

    clearClipboard: () => clipboard.clear(),

    async logOut() {
      const loggedOut = session.logOut();
      if (loggedOut.ok) {
        session.logins.start();
        await clipboard.clear();
      }
      return loggedOut;
    },

    async revokeTokens() {
      const revoked = await session.revokeTokens();
      // A copied token is no longer valid.
      if (revoked.ok) await clipboard.clear();
      return revoked;
    },

    async changeSettings(changes) {
      if (changes.variableName !== undefined && !isVariableName(changes.variableName)) {
        return err({ kind: "variable-name-invalid" });
      }
      const enabledBefore = enabledOffsets(settings.settings);
      const changed = await settings.change({ ...changes, ...knownCommandLine(changes) });
      if (!changed.ok) return changed;
      const enabled = enabledOffsets(settings.settings).filter((offset) => !enabledBefore.includes(offset));
      session.tokens.skipPastReminders(enabled);
      session.copies.skipPastReminders(enabled);
      return ok(undefined);
    },

    setAutostart(enabled) {
      try {
        autostart.setEnabled(enabled);
        return ok(undefined);
      } catch {
        return err({ kind: "autostart-refused" });
      }
    },
  };
}

/** The person knows of a command line that was switched on here. */
function knownCommandLine({ commandLine }: ChangedSettings): Pick<Settings, "commandLineKnown"> | undefined {
  if (commandLine === undefined) return undefined;
  return { commandLineKnown: commandLine ? "switched-on" : undefined };
}
