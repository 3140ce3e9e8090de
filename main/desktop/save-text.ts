import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, BrowserWindow, dialog } from "electron";

/**
 * Asks where to, and writes the text there, for its owner alone to read; `false` when the person decides against it.
 * Rejects when the disk refuses.
 */
export async function saveText(fileName: string, text: () => string): Promise<boolean> {
  const options = {
    defaultPath: join(app.getPath("home"), fileName),
    properties: ["showOverwriteConfirmation"] as const,
  };
  const asked = { ...options, properties: [...options.properties] };
  // The one window, so that the question stays before it.
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, asked) : dialog.showSaveDialog(asked));
  if (canceled || !filePath) return false;
  await writeFile(filePath, text(), { mode: 0o600 });
  return true;
}
