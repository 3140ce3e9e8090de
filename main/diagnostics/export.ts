import { err, ok } from "../../domain/result.ts";
import type { ResponseOf, SessionView } from "../../preload/contract.ts";
import { log } from "../log/log.ts";
import type { LogFile } from "../log/log-file.ts";
import { errorName } from "../log/plain-name.ts";
import { type DiagnosticFacts, diagnosticsText } from "./report.ts";
import { saveText } from "./save-dialog.ts";

export type DiagnosticsExport = () => Promise<ResponseOf<"export-diagnostics">>;

/** Saves the diagnostics where the person chooses. While the dialog is open, further calls return "canceled". */
export function createDiagnosticsExport(
  file: LogFile,
  system: DiagnosticFacts["system"],
  view: () => SessionView,
  nowMs: () => number,
): DiagnosticsExport {
  let asking = false;

  /** Called when the person has chosen the file, so that the text is current. */
  function text(): string {
    return diagnosticsText({ madeAtMs: nowMs(), view: view(), system, logLines: linesOf(file) });
  }

  return async () => {
    if (asking) return ok("canceled");
    asking = true;
    try {
      const day = new Date(nowMs()).toISOString().slice(0, 10);
      const saved = await saveText(`verifik-tray-diagnostics-${day}.txt`, text);
      if (saved) log({ kind: "diagnostics-saved" });
      return ok(saved ? "saved" : "canceled");
    } catch (error) {
      log({ kind: "diagnostics-not-saved", error: errorName(error) });
      return err({ kind: "diagnostics-not-saved" });
    } finally {
      asking = false;
    }
  };
}

function linesOf(file: LogFile): readonly string[] {
  try {
    return file.read();
  } catch (error) {
    return [`The log cannot be read: ${errorName(error)}`];
  }
}
