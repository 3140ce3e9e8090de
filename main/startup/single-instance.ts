import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * Whether this instance may go on. If another instance has the profile, Electron notifies it and it shows its window. Electron also
 * reports a taken lock where the profile's folder cannot be written. Then this instance goes on without a lock and says what is wrong, instead of ending silently.
 */
export function acquireSingleInstanceLock(): boolean {
  return app.requestSingleInstanceLock() || !canBeWritten(app.getPath("userData"));
}

function canBeWritten(folder: string): boolean {
  try {
    // With the slash a file in the folder's place is refused.
    accessSync(join(folder, "/"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
