import { app } from "electron";

/**
 * The end of a desktop session, Ctrl-C and `kill` quit the application as the menu does: the clipboard is cleared first.
 * Electron does so by itself until electron-store is loaded: a library under it (when-exit) takes the signals over and
 * ends the process at once. Call this after that.
 */
export function quitOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => app.quit());
  }
}
