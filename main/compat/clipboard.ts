import * as electron from "electron";

/** One of the system's clipboards. Electron 44 and later answer with promises, older ones at once; await both. */
export interface Selection {
  readText(): Promise<string> | string;
  clear(): Promise<void> | void;
}

/** The clipboard of Electron 44 and later. */
interface CurrentElectron {
  readonly ClipboardItem?: new (formats: Record<string, Blob>) => object;
  readonly clipboard: { write(items: readonly object[]): Promise<void>; readonly selection?: Selection };
}

/** The clipboard up to Electron 43: PRIMARY by an argument. */
interface OlderClipboard {
  readText(type: "selection"): string;
  clear(type: "selection"): void;
}

const { ClipboardItem, clipboard: current } = electron as unknown as CurrentElectron;

/**
 * Writes one clipboard entry of several formats. Before Electron 44 one write holds one format and a second write would
 * replace it, so there only the text is written.
 */
export async function writeEntry(text: string, formats: Record<string, Blob>): Promise<void> {
  if (ClipboardItem) await current.write([new ClipboardItem(formats)]);
  else await electron.clipboard.writeText(text);
}

/** The usual clipboard. */
export const standardSelection: Selection = electron.clipboard;

/** X11's and Wayland's PRIMARY selection. */
export function primarySelection(): Selection {
  if (current.selection) return current.selection;
  const older = electron.clipboard as unknown as OlderClipboard;
  return { readText: () => older.readText("selection"), clear: () => older.clear("selection") };
}
