import { clipboard } from "electron";
import type { Failure } from "../../domain/failure.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { writeConcealed } from "./concealed-write.ts";
import type { SystemClipboard } from "./system-clipboard.ts";

/** Awaiting an answer that is none does no harm, so this serves old and new Electrons. */
interface Selection {
  readText(): Promise<string> | string;
  clear(): Promise<void> | void;
}

/** Up to Electron 43: PRIMARY by an argument. */
interface ArgumentClipboard {
  readText(type: "selection"): string;
  clear(type: "selection"): void;
}

/**
 * Chromium's own clipboard. What it reads back is proof on macOS, Windows and X11: there Chromium asks the system who has
 * the clipboard, and answers from memory only if that is itself. On Wayland it is not: docs/adr/0009.
 */
export class ElectronClipboard implements SystemClipboard {
  async write(text: string): Promise<Result<undefined, Failure>> {
    try {
      await writeConcealed(text);
      if ((await clipboard.readText()) === text) return ok(undefined);
    } catch {
      // Electron's message could quote what was written.
    }
    return err({ kind: "clipboard-refused" });
  }

  async clear(texts: readonly string[]): Promise<void> {
    const cleared = await Promise.allSettled(selections().map((selection) => clearIfAny(selection, texts)));
    // All have been tried; one that failed must not keep another from being cleared.
    for (const one of cleared) if (one.status === "rejected") throw one.reason;
  }
}

/** Where a copied text ends up: on Linux Chromium fills PRIMARY by the same write. */
function selections(): readonly Selection[] {
  return process.platform === "linux" ? [clipboard, primary()] : [clipboard];
}

/** Electron 44 and later have PRIMARY as a clipboard of its own. This function owns the difference, the current form first. */
function primary(): Selection {
  const { selection } = clipboard as unknown as { readonly selection?: Selection };
  if (selection) return selection;
  const older = clipboard as unknown as ArgumentClipboard;
  return { readText: () => older.readText("selection"), clear: () => older.clear("selection") };
}

async function clearIfAny(selection: Selection, texts: readonly string[]): Promise<void> {
  if (texts.includes(await selection.readText())) await selection.clear();
}
