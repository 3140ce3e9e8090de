import { clipboard } from "electron";

/** One of the system's clipboards. Awaiting an answer that is none does no harm, so this serves old and new Electrons. */
export interface ClipboardSelection {
  readText(): Promise<string> | string;
  writeText(text: string): Promise<void> | void;
  clear(): Promise<void> | void;
}

/** Up to Electron 43: PRIMARY by an argument. */
interface ArgumentClipboard {
  readText(type: "selection"): string;
  writeText(text: string, type: "selection"): void;
  clear(type: "selection"): void;
}

/** Electron 45 has PRIMARY as a clipboard of its own. This file owns the difference, the current form first. */
function primary(): ClipboardSelection {
  const { selection } = clipboard as unknown as { readonly selection?: ClipboardSelection };
  if (selection) return selection;
  const older = clipboard as unknown as ArgumentClipboard;
  return {
    readText: () => older.readText("selection"),
    writeText: (text) => older.writeText(text, "selection"),
    clear: () => older.clear("selection"),
  };
}

/** CLIPBOARD, which copying writes to. */
export function mainClipboard(): ClipboardSelection {
  return clipboard;
}

/** Where a copied text ends up: on Linux Electron fills PRIMARY by the same write. */
export function allClipboards(): readonly ClipboardSelection[] {
  return process.platform === "linux" ? [clipboard, primary()] : [clipboard];
}
