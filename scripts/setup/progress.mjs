const BAR_WIDTH = 24;
const TERMINAL_INTERVAL_MS = 1000;
const LOG_INTERVAL_MS = 10_000;

/**
 * @typedef {object} Clock
 * @property {() => number} nowMs
 * @property {(intervalMs: number, task: () => void) => () => void} every the result stops it
 *
 * @typedef {{ isTTY?: boolean, write(text: string): unknown }} ProgressStream
 */

/** @type {Clock} */
const systemClock = {
  nowMs: () => performance.now(),
  every(intervalMs, task) {
    const timer = setInterval(task, intervalMs);
    return () => clearInterval(timer);
  },
};

/**
 * Shows that a step is still at work: on a terminal one line, rewritten every second, elsewhere a new line every ten seconds.
 * A step that ends sooner shows nothing.
 *
 * @param {string} step
 * @param {ProgressStream} [stream]
 * @param {Clock} [clock]
 */
export function startProgress(step, stream = process.stderr, clock = systemClock) {
  const isTerminal = stream.isTTY === true;
  const startedAtMs = clock.nowMs();
  let hasDrawn = false;
  let state = () => `${Math.round((clock.nowMs() - startedAtMs) / 1000)} s`;

  const draw = () => {
    hasDrawn = true;
    const line = `  ${step}: ${state()}`;
    // CSI K erases what is left of a longer line.
    stream.write(isTerminal ? `\r${line}\u001b[K` : `${line}\n`);
  };
  const stop = clock.every(isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS, draw);

  return {
    /**
     * Shows bytes from now on instead of the elapsed seconds.
     *
     * @param {number} doneBytes
     * @param {number} totalBytes
     */
    update(doneBytes, totalBytes) {
      state = () => bytesText(doneBytes, totalBytes, isTerminal);
    },
    end() {
      stop();
      if (!isTerminal || !hasDrawn) return;
      draw();
      stream.write("\n");
    },
  };
}

/**
 * Shows the progress of a step while it is at work: the elapsed seconds, or the bytes once the work calls `update`.
 *
 * @template T
 * @param {string} step
 * @param {(update: (doneBytes: number, totalBytes: number) => void) => Promise<T>} work
 * @returns {Promise<T>} the work's result
 */
export async function withProgress(step, work) {
  const progress = startProgress(step);
  try {
    return await work(progress.update);
  } finally {
    progress.end();
  }
}

/**
 * @param {number} done
 * @param {number} total
 * @param {boolean} withBar
 */
function bytesText(done, total, withBar) {
  const filled = Math.floor((done / total) * BAR_WIDTH);
  const bar = withBar ? `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ` : "";
  return `${bar}${Math.floor((done / total) * 100)} %, ${megabytes(done)} of ${megabytes(total)} MB`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 1_000_000);
}
