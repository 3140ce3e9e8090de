import { app } from "electron";

const quit = () => app.quit();

/**
 * The end of a desktop session, Ctrl-C and `kill` quit the application as the menu does: the clipboard is cleared first.
 * Electron does so by itself until electron-store is loaded: a library under it (when-exit) takes the signals over and
 * ends the process at once. Call this before that, so that no signal is lost meanwhile, and after it.
 */
export function quitOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Ours first: with its last listener Node gives up the signal, also one that has come and was not told yet.
    if (!process.listeners(signal).includes(quit)) process.on(signal, quit);
    for (const listener of process.listeners(signal)) if (listener !== quit) process.off(signal, listener);
  }
}
