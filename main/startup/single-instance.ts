import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * Whether this start goes on. It does not when another instance has the profile, which has been told and shows its window.
 * Where nothing can be written there is no lock either: Electron answers as if somebody had it, and the application would
 * end without a word, while it could say what is wrong.
 */
export function acquireSingleInstanceLock(): boolean {
  return app.requestSingleInstanceLock() || !canBeWritten(app.getPath("userData"));
}

function canBeWritten(folder: string): boolean {
  try {
    // A file in the folder's place can be written too, but has nothing in it.
    accessSync(join(folder, "/"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
