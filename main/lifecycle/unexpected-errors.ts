import { app, dialog } from "electron";
import type { DesktopTexts } from "../../texts/desktop.ts";
import { log } from "../log/log.ts";
import { errorName, plainName, stackFrames } from "../log/plain-name.ts";

/**
 * What nobody has foreseen. Electron would show an exception's message and stack to the person and go on, and write a
 * rejection's to standard error; both can quote anything. Here the log gets the error's name and where it came from, and
 * the person hears of the first one in words. The application goes on, as it would have: the token may be in memory only.
 */
export function installErrorHandlers(texts: () => DesktopTexts): void {
  let told = false;
  process.on("uncaughtException", (error) => {
    log({ kind: "exception", error: errorName(error), at: stackFrames(error) });
    // A defect that comes again and again would bring one window after the other.
    if (!told) void tell(texts());
    told = true;
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

/** A window of the system's own, because ours may be what has failed. */
async function tell({ productName, unexpectedError, unexpectedErrorDetail }: DesktopTexts): Promise<void> {
  await dialog.showMessageBox({
    type: "error",
    title: productName,
    message: unexpectedError,
    detail: unexpectedErrorDetail,
  });
}
