import { app, dialog } from "electron";
import type { DesktopTexts } from "../../texts/desktop.ts";
import { log } from "../log/log.ts";
import { errorName, plainName, stackFrames } from "../log/plain-name.ts";

/**
 * Logs unexpected errors by name and place, and shows a message for the first one. Without it Electron shows an exception's
 * message and stack, and writes a rejection's to standard error; both may contain secrets. The application goes on, as it would
 * without this, because the token may be in memory only.
 */
export function installErrorHandlers(texts: () => DesktopTexts): void {
  let shown = false;
  process.on("uncaughtException", (error) => {
    log({ kind: "exception", error: errorName(error), at: stackFrames(error) });
    // An error that repeats must not open a message each time.
    if (!shown) void showMessage(texts());
    shown = true;
  });
  process.on("unhandledRejection", (reason) => {
    log({ kind: "rejection", error: errorName(reason), at: stackFrames(reason) });
  });
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => {
    if (reason !== "clean-exit") {
      log({ kind: "process-gone", process: plainName(type), reason: plainName(reason), exitCode });
    }
  });
}

/** Uses the system's message box, because our own window may be the part that failed. */
async function showMessage({ productName, unexpectedError, unexpectedErrorDetail }: DesktopTexts): Promise<void> {
  await dialog.showMessageBox({
    type: "error",
    title: productName,
    message: unexpectedError,
    detail: unexpectedErrorDetail,
  });
}
