import type { Alarm, Clock } from "../ports.ts";
import type { Session } from "../session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import { tokenStatusChangesInMs } from "../token/bearer-token.ts";
import { timeLeftChangesInMs } from "../token/time-left.ts";
import { nextReminderInMs, type ReminderOffset } from "./reminder.ts";

/** The clock, the time zone and sleep are looked after at least this often. */
const longestTimerMs = 60 * 60 * 1000;

/**
 * Calls back whenever a token's status, the words for its time left or a reminder may be due: at the next boundary, at
 * least every hour (a timer of weeks would fire at once, and knows nothing of clock changes), and when the computer
 * wakes. One timer, none without a token. Returns what ends it.
 */
export function startExpiryTimer(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  alarm: Alarm,
  onBoundary: () => void,
): () => void {
  let cancel = () => {};
  /** By the monotonic clock. What changes meanwhile must not put the next look off, again and again. */
  let ringsAtMs = Number.POSITIVE_INFINITY;

  function arm(): void {
    cancel();
    const nextMs = nextBoundaryInMs(session, enabledOffsets(settings.settings), clock.nowMs());
    if (nextMs === undefined) {
      ringsAtMs = Number.POSITIVE_INFINITY;
      return;
    }
    const nowMs = clock.monotonicMs();
    // Timers may fire a moment early; the least step keeps that from turning into a burst of them.
    const waitMs = Math.max(1, Math.min(nextMs, ringsAtMs - nowMs));
    ringsAtMs = nowMs + waitMs;
    cancel = alarm.set(waitMs, cross);
  }

  function cross(): void {
    ringsAtMs = Number.POSITIVE_INFINITY;
    onBoundary();
    arm();
  }

  const stopListening = [session.onChanged(arm), settings.onChanged(arm), alarm.onWake(cross)];
  arm();
  return () => {
    cancel();
    for (const stop of stopListening) stop();
  };
}

/** Also for a token that has expired: a clock that was ahead may be set back, and a reminder may have had nobody to show it. */
function nextBoundaryInMs({ state }: Session, leads: readonly ReminderOffset[], nowMs: number): number | undefined {
  if (state.token.kind !== "kept") return undefined;
  const { token } = state.token;
  const boundaries = [
    longestTimerMs,
    tokenStatusChangesInMs(token, nowMs),
    timeLeftChangesInMs(token.expiresAtMs - nowMs),
    nextReminderInMs(token, leads, nowMs),
  ].filter((ms) => ms !== undefined);
  return Math.min(...boundaries);
}
