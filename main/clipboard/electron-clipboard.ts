import type { Outcome } from "../../domain/failure.ts";
import { err, ok } from "../../domain/result.ts";
import { primarySelection, type Selection, standardSelection, writeEntry } from "../compat/clipboard.ts";
import { concealedFormats } from "./concealed-formats.ts";
import type { SystemClipboard } from "./system-clipboard.ts";

/**
 * Chromium's clipboard. Reading back proves a write on macOS, Windows and X11: there Chromium asks the system for the
 * owner and answers from memory only if it is the owner itself. On Wayland reading back proves nothing: docs/adr/0009.
 */
export class ElectronClipboard implements SystemClipboard {
  async write(text: string): Promise<Outcome> {
    try {
      await writeEntry(text, concealedFormats(text, process.platform));
      if ((await standardSelection.readText()) === text) return ok(undefined);
    } catch {
      // The error is dropped, because Electron's message could quote the text.
    }
    return err({ kind: "clipboard-refused" });
  }

  async clear(texts: readonly string[]): Promise<void> {
    const cleared = await Promise.allSettled(selections().map((selection) => clearIfAny(selection, texts)));
    // Every selection is tried before an error is thrown.
    for (const one of cleared) if (one.status === "rejected") throw one.reason;
  }

  /** Where Chromium clears, clipboard managers keep a history but bring nothing back. */
  async settled(): Promise<void> {}
}

/** The selections that one write fills: on Linux Chromium fills PRIMARY too. */
function selections(): readonly Selection[] {
  return process.platform === "linux" ? [standardSelection, primarySelection()] : [standardSelection];
}

async function clearIfAny(selection: Selection, texts: readonly string[]): Promise<void> {
  if (texts.includes(await selection.readText())) await selection.clear();
}
