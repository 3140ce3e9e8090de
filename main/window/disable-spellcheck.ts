import { app, type Session } from "electron";

/**
 * Chromium fetches a dictionary from Google's servers for each session, also where the page's own `spellcheck` is off. Nothing
 * here is to be spelt, and nobody but Verifik is to be asked. To be called before the first session is made. The default one
 * is left alone: nothing here uses it, and asking for it costs 10 MB.
 */
export function disableSpellcheck(): void {
  app.on("session-created", withoutLanguages);
}

/** Switched off the checker would still have its languages' dictionaries. */
function withoutLanguages(of: Session): void {
  of.setSpellCheckerEnabled(false);
  of.setSpellCheckerLanguages([]);
}
