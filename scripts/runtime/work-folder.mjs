import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Lends a folder beside the final place, on the same disk, so that the result gets there by one rename. However it ends, by
 * return, failure or signal, the folder goes; those of processes that were killed go at the next call.
 *
 * @template T
 * @param {string} parent
 * @param {string} name
 * @param {(folder: string, signal: AbortSignal) => Promise<T>} work its child processes take `signal`, or they would outlive us
 * @returns {Promise<T>}
 */
export async function withWorkFolder(parent, name, work) {
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent, name);
  // Who made it: the cache folder may be shared with containers, each with process ids of its own.
  const folder = mkdtempSync(join(parent, `${name}.work-${hostname()}-${process.pid}-`));
  const children = new AbortController();
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    children.abort();
    remove();
    ignoreSignals();
    process.kill(process.pid, signal);
  };
  const ignoreSignals = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work(folder, children.signal);
  } finally {
    remove();
    ignoreSignals();
  }
}

/**
 * @param {string} parent
 * @param {string} name
 */
function removeAbandoned(parent, name) {
  const prefix = `${name}.work-${hostname()}-`;
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(prefix)) continue;
    const pid = Number.parseInt(entry.slice(prefix.length), 10);
    if (!isAlive(pid)) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return false;
    // EPERM: it lives and is another user's.
    return true;
  }
}
