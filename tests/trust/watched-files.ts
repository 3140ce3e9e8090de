import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below the folder; of the project only the files at the top. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files that Chromium writes for every profile and its windows. None of them has content of our page. */
const chromiumOwn =
  /\/verifik-tray\/(Cache|Code Cache|DawnGraphiteCache|DawnWebGPUCache|DawnCache|GPUCache|Shared Dictionary|blob_storage|Session Storage|Local Storage|Network)\/|\/verifik-tray\/(Preferences|Local State|Cookies|Cookies-journal|DIPS|DIPS-.*|Trust Tokens|Trust Tokens-journal|TransportSecurity|Network Persistent State|SharedStorage.*|Dictionaries|Singleton\w+|\.org\.chromium\.\w+)$/;
/** Our stores, their drafts, and the autostart entry. */
const own = /\/verifik-tray\/(token|token-notes|settings)\.json(\.tmp-\w+)?$|\/autostart\/[\w.-]+\.desktop$/;

/** New files that no list expects. */
export function unexpectedFiles(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((file) => !before.includes(file) && !own.test(file) && !chromiumOwn.test(file));
}
