import { powerMonitor } from "electron";
import type { Alarm, Clock } from "../../domain/ports.ts";

/** The system's clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Node's timers and the computer's wake-ups. After `ready`. */
export const systemAlarm: Alarm = {
  set(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
  onWake(listener) {
    powerMonitor.on("resume", listener);
    return () => powerMonitor.off("resume", listener);
  },
};
