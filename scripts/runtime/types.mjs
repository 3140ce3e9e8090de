/**
 * @typedef {"loopback" | "production"} Purpose loopback: demo, tests and benchmarks, which talk to an API on this computer only
 *
 * @typedef {object} Runtime
 * @property {string} binary absolute path
 * @property {string | undefined} version undefined if an overriding one does not tell
 * @property {"override" | "official" | "fallback"} kind
 * @property {import("./words.mjs").Reason} reason why this one
 * @property {string} [detail] why the official one could not be had
 *
 * @typedef {object} RuntimeInputs the facts that the choice depends on
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.Architecture} arch
 * @property {string} cache the project's cache folder
 * @property {string} electronPackage folder of the npm package `electron`
 * @property {typeof import("./official.mjs").fetchOfficial} fetchOfficial
 * @property {(cache: string) => Promise<string>} installFallback
 */

export {};
