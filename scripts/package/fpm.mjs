import { fileURLToPath } from "node:url";
import { hasCommand } from "../setup/probe.mjs";

const RELEASE_HOST_LIMIT_MS = 5_000;

/**
 * Where electron-builder finds fpm, which makes debs: installed, or else fetched by itself, or else, where the release host is out of
 * reach, fpm-over-dpkg-deb.mjs. For test packages only: releases are always made by the real one.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function fpmEnvironment() {
  if (hasCommand("fpm")) return { USE_SYSTEM_FPM: "true" };
  if (await reachesReleaseHost()) return {};
  return { CUSTOM_FPM_PATH: fileURLToPath(new URL("fpm-over-dpkg-deb.mjs", import.meta.url)) };
}

/** electron-builder itself tries for 40 seconds and then fails. */
async function reachesReleaseHost() {
  const releases = "https://github.com/electron-userland/electron-builder-binaries/releases";
  try {
    return (await fetch(releases, { method: "HEAD", signal: AbortSignal.timeout(RELEASE_HOST_LIMIT_MS) })).ok;
  } catch {
    return false;
  }
}
