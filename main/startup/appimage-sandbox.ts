import { app } from "electron";

/**
 * The script that starts an AppImage switches Chromium's sandbox off, without a word, where the system keeps it from ordinary
 * users (AppRun of electron-builder).
 */
export function isAppImageWithoutSandbox(): boolean {
  return process.env.APPIMAGE !== undefined && app.commandLine.hasSwitch("no-sandbox");
}
