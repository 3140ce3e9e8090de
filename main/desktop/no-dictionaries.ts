import { app, session } from "electron";

/**
 * Chromium fetches a dictionary from Google's servers for each session that a page is shown in, also where the page's own
 * `spellcheck` is off. Nothing here is to be spelt, and nothing but Verifik is to be asked. To be called before the first window.
 */
export function fetchNoDictionaries(): void {
  session.defaultSession.setSpellCheckerEnabled(false);
  app.on("session-created", (created) => created.setSpellCheckerEnabled(false));
}
