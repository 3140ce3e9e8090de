import type { Clock, DueReminder, ReminderDesktop } from "../ports.ts";
import type { Session } from "../session/session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import { dueReminder } from "../token/reminder.ts";

/**
 * Shows a reminder when one is due. Returns the check that the caller runs at each boundary. Without a notification
 * server the reminder stays due.
 */
export function createReminderScheduler(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: ReminderDesktop,
): () => Promise<void> {
  let shownFor: number | undefined;

  session.onChanged(() => {
    const { token } = session.state;
    if (token.kind === "kept" && token.token.obtainedAtMs === shownFor) return;
    // The shown reminder is about a token that was replaced or removed.
    desktop.withdrawReminder();
  });

  function due(): DueReminder | undefined {
    const { token } = session.state;
    const found = token.kind === "kept" && dueReminder(token.token, enabledOffsets(settings.settings), clock.nowMs());
    return found ? { token: token.token, offsets: found.offsets } : undefined;
  }

  return async () => {
    if (!due() || !(await desktop.hasNotificationServer())) return;
    // Another check may have shown it during the wait.
    const found = due();
    if (!found) return;
    // Marked first, so that a notification that fails is not tried again at each boundary.
    session.tokens.markReminders(found.offsets);
    shownFor = found.token.obtainedAtMs;
    desktop.showReminder(found, clock.nowMs());
  };
}
