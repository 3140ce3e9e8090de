import { app, type Session } from "electron";

/**
 * Switches the spell checker off in every session that is created from now on. Without this, Chromium downloads a dictionary
 * from Google's servers, even where `webPreferences.spellcheck` is false (https://github.com/electron/electron/issues/22995).
 * The default session is not touched: the application never uses it, and asking for it would create it (10 MB).
 */
export function disableSpellcheck(): void {
  app.on("session-created", disableIn);
}

function disableIn(session: Session): void {
  session.setSpellCheckerEnabled(false);
  // A disabled checker still downloads the dictionaries of its languages.
  session.setSpellCheckerLanguages([]);
}
