import { app } from "electron";

const quit = () => app.quit();

/**
 * Makes SIGTERM, SIGINT and SIGHUP quit the application like the menu does, so that the clipboard is cleared first. Call it before
 * and after loading the application, so that no signal is lost meanwhile.
 *
 * Electron handles the signals itself until the first changed setting loads electron-store. when-exit, below it, then listens to
 * them too, removes its listener at the first signal and sends that again. Without a listener of ours the process would end at
 * once: https://github.com/fabiospampinato/when-exit. This can go when electron-store no longer depends on it.
 */
export function quitOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Add ours first: when a signal loses its last listener, Node drops a signal that has arrived but was not delivered yet.
    if (!process.listeners(signal).includes(quit)) process.on(signal, quit);
    for (const listener of process.listeners(signal)) if (listener !== quit) process.off(signal, listener);
  }
}
