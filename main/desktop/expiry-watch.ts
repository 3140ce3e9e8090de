import { powerMonitor } from "electron";
import { longestTimerMs } from "../config.ts";
import { tokenStatusChangesInMs } from "../domain/bearer-token.ts";
import type { Clock } from "../domain/ports.ts";
import { dueReminder, nextReminderInMs, type ReminderLead } from "../domain/reminder.ts";
import type { Session } from "../domain/session.ts";
import { type CurrentSettings, chosenLeads } from "../domain/settings.ts";
import { timeLeftChangesInMs } from "../domain/time-left.ts";

/**
 * Calls back whenever a token's status, the words for its time left or a reminder may be due: at the next boundary, at
 * least every hour (a timer of weeks would fire at once, and knows nothing of clock changes), and when the computer
 * wakes. One timer, none without a token. Returns what ends it.
 */
export function watchExpiry(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  onBoundary: () => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    clearTimeout(timer);
    const waitMs = nextBoundaryInMs(session, chosenLeads(settings.settings), clock.nowMs());
    if (waitMs !== undefined) timer = setTimeout(cross, Math.min(waitMs, longestTimerMs));
  }

  function cross(): void {
    onBoundary();
    arm();
  }

  const stopListening = [session.onChanged(arm), settings.onChanged(arm)];
  powerMonitor.on("resume", cross);
  arm();
  return () => {
    clearTimeout(timer);
    for (const stop of stopListening) stop();
    powerMonitor.off("resume", cross);
  };
}

function nextBoundaryInMs({ state }: Session, leads: readonly ReminderLead[], nowMs: number): number | undefined {
  if (state.token.kind !== "kept") return undefined;
  const { token } = state.token;
  // A reminder that is due, but that nobody is there to show, is looked after each hour.
  const overdueMs = dueReminder(token, leads, nowMs) && longestTimerMs;
  const boundaries = [
    overdueMs,
    tokenStatusChangesInMs(token, nowMs),
    timeLeftChangesInMs(token.expiresAtMs - nowMs),
    nextReminderInMs(token, leads, nowMs),
  ].filter((ms) => ms !== undefined);
  // Timers may fire a moment early; the least step keeps that from turning into a burst of them.
  return boundaries.length > 0 ? Math.max(1, Math.min(...boundaries)) : undefined;
}
