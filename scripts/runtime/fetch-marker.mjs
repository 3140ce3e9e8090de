import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Remembers that the official Electron could not be fetched, so that not every run waits for that again.
 *
 * @param {string} cache the project's cache folder
 * @param {string} version that could not be fetched; another one is worth another try
 */
export function fetchMarker(cache, version) {
  const file = join(cache, `electron-${version}.unreachable`);
  return {
    /** @param {number} nowMs since the epoch */
    isFresh(nowMs) {
      if (!existsSync(file)) return false;
      const ageMs = nowMs - statSync(file).mtimeMs;
      // A date in the future is a clock that was set back, and says nothing. File times may be a little ahead of Date.now().
      return ageMs < DAY_MS && ageMs > -1000;
    },
    set() {
      mkdirSync(cache, { recursive: true });
      writeFileSync(file, "");
    },
    clear() {
      rmSync(file, { force: true });
    },
  };
}
