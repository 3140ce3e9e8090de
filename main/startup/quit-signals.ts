import { app } from "electron";

const quit = () => app.quit();

/**
 * Makes the end of a desktop session, Ctrl-C and `kill` quit as the menu does, so that the clipboard is cleared first. Electron
 * does that itself until electron-store loads when-exit (https://github.com/fabiospampinato/when-exit), whose listeners end the
 * process at once. Call it before loading electron-store, so that no signal is lost, and again afterwards. It can go when
 * electron-store no longer depends on when-exit.
 */
export function quitOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Ours is added first: when its last listener goes, Node drops the signal, even one that is waiting to be delivered.
    if (!process.listeners(signal).includes(quit)) process.on(signal, quit);
    for (const listener of process.listeners(signal)) if (listener !== quit) process.off(signal, listener);
  }
}
