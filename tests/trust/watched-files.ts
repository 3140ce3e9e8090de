import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below the folder; for the project only what lies in it at the top. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What Chromium keeps of every profile, and of the windows in it; nothing in it comes from a page of ours. */
const chromiumOwn =
  /\/verifik-tray\/(Cache|Code Cache|DawnGraphiteCache|DawnWebGPUCache|DawnCache|GPUCache|Shared Dictionary|blob_storage|Session Storage|Local Storage|Network)\/|\/verifik-tray\/(Preferences|Local State|Cookies|Cookies-journal|DIPS|DIPS-.*|Trust Tokens|Trust Tokens-journal|TransportSecurity|Network Persistent State|SharedStorage.*|Dictionaries|Singleton\w+|\.org\.chromium\.\w+)$/;
/** Our two stores, the file beside one while it is written, and what "start at login" puts into its place. */
const own = /\/verifik-tray\/(token|settings)\.json(\.tmp-\w+)?$|\/autostart\/[\w.-]+\.desktop$/;

/** Those that were not there before, and that nobody said would be. */
export function unexpectedFiles(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((file) => !before.includes(file) && !own.test(file) && !chromiumOwn.test(file));
}
