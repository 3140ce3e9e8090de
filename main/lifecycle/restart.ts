import { app } from "electron";

/** Quits and starts again, with the window, where the restart was chosen. */
export function restart(): void {
  app.relaunch({
    args: process.argv.slice(1).filter((argument) => argument !== "--hidden"),
    // The running program of an AppImage lies in a mount that ends with this process.
    ...(process.env.APPIMAGE && { execPath: process.env.APPIMAGE }),
  });
  app.quit();
}
