import type { Alarm, Clock } from "../ports.ts";
import type { AutomaticRenewal, Occasion } from "../renewal/automatic-renewal.ts";
import { copyLife, watchedCopy } from "../session/copy-watch.ts";
import type { Session } from "../session/session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import { tokenStatusChangesInMs } from "../token/bearer-token.ts";
import { nextReminderInMs, type ReminderOffset } from "../token/reminder.ts";
import { timeLeftChangesInMs } from "../token/time-left.ts";

/** The timer fires at least this often, so that a changed clock or time zone and a sleep without a wake event are noticed. */
const longestTimerMs = 60 * 60 * 1000;
/** An alarm that rings this much too early or too late means that the computer slept, or that the clock was set. */
const longestDelayMs = 30_000;

/**
 * Calls back when the token's status, its time left in words or a reminder may change, and when an automatic renewal is due: at the
 * next boundary, at least every hour, and when the computer wakes. One timer runs, and none without a token or a copy of one. The hour
 * also keeps the delay below 24.8 days, beyond which Node fires a timer at once. Returns a function that stops the timer.
 */
export function startExpiryTimer(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  alarm: Alarm,
  renewal: Pick<AutomaticRenewal, "nextInMs">,
  onBoundary: (occasion: Occasion) => void,
): () => void {
  let cancel = () => {};
  /** In elapsed time. Frequent changes of the session must not postpone the timer again and again. */
  let ringsAtMs = Number.POSITIVE_INFINITY;
  /** Elapsed time counts sleep, and the alarm's time may not: after a sleep it rings late. */
  let isLate = false;

  function arm(): void {
    cancel();
    const nextMs = nextBoundaryInMs(session, enabledOffsets(settings.settings), renewal.nextInMs(), clock.nowMs());
    isLate ||= clock.elapsedMs() - ringsAtMs >= longestDelayMs;
    if (nextMs === undefined) {
      ringsAtMs = Number.POSITIVE_INFINITY;
      return;
    }
    const nowMs = clock.elapsedMs();
    // A timer may fire a moment early. At least 1 ms keeps that from becoming a burst of timers.
    const waitMs = Math.max(1, Math.min(nextMs, ringsAtMs - nowMs));
    ringsAtMs = nowMs + waitMs;
    cancel = alarm.set(waitMs, ring);
  }

  function ring(): void {
    const lateMs = clock.elapsedMs() - ringsAtMs;
    cross(isLate || Math.abs(lateMs) >= longestDelayMs ? "off-time" : "on-time");
  }

  function cross(occasion: Occasion): void {
    ringsAtMs = Number.POSITIVE_INFINITY;
    isLate = false;
    onBoundary(occasion);
    arm();
  }

  const stopListening = [session.onChanged(arm), settings.onChanged(arm), alarm.onWake(() => cross("woke"))];
  arm();
  return () => {
    cancel();
    for (const stop of stopListening) stop();
  };
}

/** Also for an expired token: a wrong clock may be set back, and a reminder may still wait for a notification service. */
function nextBoundaryInMs(
  { state }: Session,
  offsets: readonly ReminderOffset[],
  renewalInMs: number | undefined,
  nowMs: number,
): number | undefined {
  const copied = watchedCopy(state);
  const lives = [...(state.token.kind === "kept" ? [state.token.token] : []), ...(copied ? [copyLife(copied)] : [])];
  if (lives.length === 0) return undefined;
  const boundaries = lives.flatMap((life) => [
    tokenStatusChangesInMs(life, nowMs),
    timeLeftChangesInMs(life.expiresAtMs - nowMs),
    nextReminderInMs(life, offsets, nowMs),
  ]);
  return Math.min(longestTimerMs, ...[...boundaries, renewalInMs].filter((ms) => ms !== undefined));
}
