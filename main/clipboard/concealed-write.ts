import * as electron from "electron";
import { concealedFormats } from "./concealed-formats.ts";

/** Since Electron 44; this file owns the difference, the current form first. */
interface ItemApi {
  readonly ClipboardItem?: new (formats: Record<string, Blob>) => object;
  readonly clipboard: { write(items: readonly object[]): Promise<void> };
}

/**
 * Writes the text and, by the same change of the clipboard, asks clipboard managers to forget it. Before Electron 44 one
 * write has room for the text only, and a second one would take it away: there nobody is asked.
 */
export async function writeConcealed(text: string): Promise<void> {
  const { ClipboardItem, clipboard } = electron as unknown as ItemApi;
  if (ClipboardItem) await clipboard.write([new ClipboardItem(concealedFormats(text, process.platform))]);
  else await electron.clipboard.writeText(text);
}
