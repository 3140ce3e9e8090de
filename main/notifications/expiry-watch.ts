import { powerMonitor } from "electron";
import type { Alarm, Clock } from "../../domain/ports.ts";
import { startExpiryTimer } from "../../domain/reminders/expiry-timer.ts";
import type { Session } from "../../domain/session/session.ts";
import type { CurrentSettings } from "../../domain/settings.ts";

const systemAlarm: Alarm = {
  set(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
  onWake(listener) {
    powerMonitor.on("resume", listener);
    return () => powerMonitor.off("resume", listener);
  },
};

/** `watchBoundaries`, by the system's timer and the computer's wake-ups. */
export function watchExpiry(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  onBoundary: () => void,
): () => void {
  return startExpiryTimer(session, settings, clock, systemAlarm, onBoundary);
}
