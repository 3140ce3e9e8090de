import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * The user's cache folder for this project, which all clones share.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env) {
  const base = env.XDG_CACHE_HOME;
  // The XDG base directory specification: a relative path is to be ignored.
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"), "verifik-tray");
}
