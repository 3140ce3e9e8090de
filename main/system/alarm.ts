import { powerMonitor } from "electron";
import type { Alarm } from "../../domain/ports.ts";
import { refreshTimeZone, setClockAlarm } from "./clock-alarm.ts";

/** Node's timers and the computer's wake-ups. After `ready`. */
export const systemAlarm: Alarm = {
  set: setClockAlarm,
  onWake(listener) {
    const wake = () => {
      // People wake a laptop in another time zone.
      refreshTimeZone();
      listener();
    };
    powerMonitor.on("resume", wake);
    return () => powerMonitor.off("resume", wake);
  },
};
