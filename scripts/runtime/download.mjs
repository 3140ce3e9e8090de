import { renameSync } from "node:fs";
import { open, stat } from "node:fs/promises";

/**
 * Downloads a file. What an earlier, cut download left in `keptPart` is not fetched again, and a cut leaves its part there. The
 * content is not checked.
 *
 * @param {string} address
 * @param {string} file on the same disk as `keptPart`; only this process writes to it
 * @param {string} keptPart
 * @param {AbortSignal} signal
 * @param {(doneBytes: number, totalBytes: number) => void} onProgress is not called if the server does not say how much comes
 * @throws the reason why no more bytes came
 */
export async function download(address, file, keptPart, signal, onProgress) {
  const keepPart = () => moveIfThere(file, keptPart);
  // Moved away, so that two processes do not write to the same part.
  moveIfThere(keptPart, file);
  // On a signal this process ends before it gets to `catch`.
  signal.addEventListener("abort", keepPart);
  try {
    await downloadByParts(address, file, signal, onProgress);
  } catch (error) {
    keepPart();
    throw error;
  } finally {
    signal.removeEventListener("abort", keepPart);
  }
}

/** Goes on after each cut as long as the file grows. @type {(...args: Parameters<typeof downloadRest>) => Promise<void>} */
async function downloadByParts(address, file, signal, onProgress) {
  for (;;) {
    const sizeBefore = await sizeOf(file);
    try {
      return await downloadRest(address, file, signal, onProgress);
    } catch (error) {
      if (signal.aborted || (await sizeOf(file)) <= sizeBefore) throw error;
    }
  }
}

/**
 * @param {string} address
 * @param {string} file
 * @param {AbortSignal} signal
 * @param {(doneBytes: number, totalBytes: number) => void} onProgress
 */
async function downloadRest(address, file, signal, onProgress) {
  const size = await sizeOf(file);
  // A compressed answer would have other byte positions than the file.
  const headers = { "accept-encoding": "identity", ...(size > 0 && { range: `bytes=${size}-` }) };
  const response = await fetch(address, { signal, headers });
  if (!response.ok || response.body === null) throw new Error(`the server answered with status ${response.status}`);
  const isRest = response.status === 206;
  let done = isRest ? size : 0;
  const length = response.headers.get("content-length");
  const total = done + Number(length);
  const target = await open(file, isRest ? "a" : "w");
  try {
    for await (const chunk of response.body) {
      await target.appendFile(chunk);
      done += chunk.length;
      if (length !== null) onProgress(done, total);
    }
  } finally {
    await target.close();
  }
}

/** @param {string} file */
async function sizeOf(file) {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveIfThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT";
}
