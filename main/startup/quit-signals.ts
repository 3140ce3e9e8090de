import { app } from "electron";

const quit = () => app.quit();

/**
 * Makes SIGTERM, SIGINT and SIGHUP quit the application like the menu does, so that the clipboard is cleared first.
 *
 * Electron handles the signals itself until the first changed setting loads electron-store. when-exit, below it, then listens to
 * them too, removes its listener at the first signal and sends that again. Without a listener of ours the process would end at
 * once: https://github.com/fabiospampinato/when-exit. This can go when electron-store no longer depends on it.
 */
export function quitOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, quit);
  }
}
