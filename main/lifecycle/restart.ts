import { app } from "electron";

/** Quits and starts again, with the window open: the restart was chosen there. */
export function restart(): void {
  app.relaunch({
    args: process.argv.slice(1).filter((argument) => argument !== "--hidden"),
    // An AppImage's `execPath` is in a mount that goes away with this process.
    ...(process.env.APPIMAGE && { execPath: process.env.APPIMAGE }),
  });
  app.quit();
}
