import { app } from "electron";

/**
 * Whether this is an AppImage that runs without Chromium's sandbox. Its start script silently adds `--no-sandbox` where the
 * system denies ordinary users a sandbox: https://github.com/electron-userland/electron-builder/pull/9590
 */
export function isAppImageWithoutSandbox(): boolean {
  return process.env.APPIMAGE !== undefined && app.commandLine.hasSwitch("no-sandbox");
}
