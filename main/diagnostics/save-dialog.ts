import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, BrowserWindow, dialog, type SaveDialogOptions } from "electron";

/**
 * Asks for a file and writes the text to it; a new file is readable by its owner alone. `false` when the person cancels. Rejects
 * when the disk refuses.
 */
export async function saveText(fileName: string, text: () => string): Promise<boolean> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath("home"), fileName),
    properties: ["showOverwriteConfirmation"],
  };
  // The dialog stays in front of its window.
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return false;
  await writeFile(filePath, text(), { mode: 0o600 });
  return true;
}
