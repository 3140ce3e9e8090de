import type { Clock, DueReminder, ReminderDesktop } from "../ports.ts";
import type { Session } from "../session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import { dueReminder } from "./reminder.ts";

/**
 * Reminds of the expiry when it is due. Returns the check, to be made at each boundary. Without a notification server the
 * reminder stays due until there is one.
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
    // What it said was of a token that is gone or was replaced.
    desktop.withdrawReminder();
  });

  function due(): DueReminder | undefined {
    const { token } = session.state;
    const found = token.kind === "kept" && dueReminder(token.token, enabledOffsets(settings.settings), clock.nowMs());
    return found ? { token: token.token, offsets: found.leads } : undefined;
  }

  return async () => {
    if (!due() || !(await desktop.hasNotificationServer())) return;
    // Asked again: another check may have shown it meanwhile.
    const found = due();
    if (!found) return;
    // Noted first: should showing it fail, it is not tried again at each boundary.
    session.tokens.markReminders(found.offsets);
    shownFor = found.token.obtainedAtMs;
    desktop.showReminder(found, clock.nowMs());
  };
}
