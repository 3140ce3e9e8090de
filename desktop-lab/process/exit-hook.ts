const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The last one added runs first. */
const cleanUps = new Set<() => void>();

/**
 * Runs the synchronous clean-up when this process ends by itself or by one of the usual signals. Returns how to call
 * that off.
 */
export function onProcessExit(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) listen();
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp) && cleanUps.size === 0) ignore();
  };
}

function listen(): void {
  process.on("exit", runAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function ignore(): void {
  process.off("exit", runAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  runAll();
  // A listener keeps the signal from ending the process: send it again, unless somebody else decides about that.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function runAll(): void {
  ignore();
  for (const cleanUp of [...cleanUps].reverse()) {
    try {
      cleanUp();
    } catch (error) {
      console.error(error);
    }
  }
  cleanUps.clear();
}
