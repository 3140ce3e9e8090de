const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** In the order of registration; they run in reverse. */
const cleanUps = new Set<() => void>();

/**
 * Registers a synchronous clean-up that runs when this process exits or gets SIGINT, SIGTERM or SIGHUP. Returns a function that
 * removes it again.
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
  // Our listener kept the signal from ending the process. Send it again, unless another listener handles the signal.
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
