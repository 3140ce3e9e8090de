import { closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import electron from "electron";
import Store from "electron-store";

/**
 * Writes a new file, readable by its owner alone. electron-store writes once and keeps whatever has arrived: a disk that is
 * nearly full takes a part without an error. So what it wrote is compared. Throws when the disk refuses.
 */
export function writeByElectronStore(path: string, content: Record<string, unknown>): void {
  const text = JSON.stringify(content, undefined, "\t");
  const store = new Store<Record<string, unknown>>({
    cwd: dirname(path),
    name: basename(path),
    fileExtension: "",
    configFileMode: 0o600,
    // Keys may have dots of their own, as origins do.
    accessPropertiesByDotNotation: false,
    serialize: () => text,
  });
  // It tells every page that asks where the folder is.
  electron.ipcMain?.removeAllListeners("electron-store-get-data");
  store.store = content;
  if (readFileSync(path, "utf8") !== text) throw new Error("the disk took only a part");
  // Under a snap's environment it writes in place, and does not wait for the disk.
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
