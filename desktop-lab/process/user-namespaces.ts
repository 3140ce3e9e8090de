import { spawnSync } from "node:child_process";

/**
 * Whether a program may have namespaces of its own, as a user's on a usual desktop may. Some containers and, by a setting,
 * Ubuntu 24.04 refuse them; then the app does not use `wl-copy`, and what it does with it cannot be seen.
 */
export function hasUserNamespaces(): boolean {
  return spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]).status === 0;
}
