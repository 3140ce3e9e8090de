import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, BrowserWindow, dialog, type SaveDialogOptions } from "electron";

/**
 * Asks where to, and writes the text there, a new file for its owner alone to read; `false` when the person decides against
 * it. Rejects when the disk refuses.
 */
export async function saveText(fileName: string, text: () => string): Promise<boolean> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath("home"), fileName),
    properties: ["showOverwriteConfirmation"],
  };
  // The one window, so that the question stays before it.
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return false;
  await writeFile(filePath, text(), { mode: 0o600 });
  return true;
}
