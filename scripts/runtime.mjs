import { dirname, join } from "node:path";
import { projectFolder } from "./project-folder.mjs";
import { cacheFolder } from "./runtime/cache-folder.mjs";
import { FALLBACK_VERSION, findFallback, installFallback, updateDefaultApp } from "./runtime/fallback.mjs";
import { fetchMarker } from "./runtime/fetch-marker.mjs";
import { fetchOfficial, findOfficial, officialVersion } from "./runtime/official.mjs";
import { overridingRuntime } from "./runtime/override.mjs";
import { runtimeWords } from "./runtime/words.mjs";
import { SetupFailure } from "./setup/failure.mjs";

/**
 * @typedef {import("./runtime/types.mjs").Purpose} Purpose
 * @typedef {import("./runtime/types.mjs").Runtime} Runtime
 * @typedef {import("./runtime/types.mjs").RuntimeInputs} RuntimeInputs
 */

/** @returns {RuntimeInputs} */
function thisComputer() {
  const { env, platform, arch } = process;
  const electronPackage = join(projectFolder, "node_modules", "electron");
  return { env, platform, arch, cache: cacheFolder(env), electronPackage, fetchOfficial, installFallback };
}

/**
 * The Electron to run, fetched if need be: the one that is set, else the official one, else, for loopback only, the fallback.
 * The npm packages must be there (`setUp(["packages"])`).
 *
 * @param {{ purpose: Purpose }} options
 * @param {RuntimeInputs} [inputs]
 * @returns {Promise<Runtime>}
 * @throws {SetupFailure} override-broken, official-unavailable, fallback-failed
 */
export async function resolveRuntime({ purpose }, inputs = thisComputer()) {
  const { platform, arch, cache, electronPackage } = inputs;
  const overriding = overridingRuntime(inputs, purpose);
  if (overriding !== undefined) return overriding;

  const version = officialVersion(electronPackage);
  const official = findOfficial(electronPackage, platform);
  if (official !== undefined) return { binary: official, version, kind: "official", reason: "made-for" };

  const mayFallBack = purpose === "loopback" && platform === "linux" && arch === "x64";
  const marker = fetchMarker(cache, version);
  const existing = mayFallBack ? findFallback(cache) : undefined;
  if (existing !== undefined) updateDefaultApp(dirname(existing));
  if (existing !== undefined && marker.isFresh(Date.now())) {
    return fallback(existing, "failed-lately");
  }

  const fetched = await inputs.fetchOfficial(electronPackage);
  const binary = findOfficial(electronPackage, platform);
  if (fetched.ok && binary !== undefined) {
    marker.clear();
    return { binary, version, kind: "official", reason: "just-fetched" };
  }
  const detail = fetched.ok ? "its installer left no binary" : fetched.detail;
  if (!mayFallBack) throw officialUnavailable(version, detail);
  marker.set();
  return { ...fallback(existing ?? (await inputs.installFallback(cache)), "failed"), detail };
}

/**
 * @param {Runtime} runtime
 * @param {Pick<RuntimeInputs, "env" | "electronPackage">} [inputs]
 * @returns {string} one line for a person, in the terminal's language
 */
export function describeRuntime({ kind, version, reason, detail = "" }, { env, electronPackage } = thisComputer()) {
  const words = runtimeWords(env);
  const why = words.reasons[reason](officialVersion(electronPackage), detail);
  return `Electron ${version ?? words.unknownVersion} (${words.roles[kind]}): ${why}.`;
}

/**
 * @param {string} binary
 * @param {import("./runtime/words.mjs").Reason} reason
 * @returns {Runtime}
 */
function fallback(binary, reason) {
  return { binary, version: FALLBACK_VERSION, kind: "fallback", reason };
}

/**
 * @param {string} version
 * @param {string} detail
 */
function officialUnavailable(version, detail) {
  return new SetupFailure(
    "official-unavailable",
    `Electron ${version} could not be fetched: ${detail}.\nTry "npx install-electron", which waits as long as it takes, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked one.`,
  );
}
