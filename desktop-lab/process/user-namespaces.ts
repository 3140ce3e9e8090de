import { spawnSync } from "node:child_process";

/**
 * Whether programs here may create user and mount namespaces. Some containers and Ubuntu 24.04's default setting forbid it. The
 * app then does not use `wl-copy`, so tests of that part cannot run.
 */
export function hasUserNamespaces(): boolean {
  return spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]).status === 0;
}
