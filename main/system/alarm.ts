import { powerMonitor } from "electron";
import type { Alarm } from "../../domain/ports.ts";

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
