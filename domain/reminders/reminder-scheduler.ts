import type { Clock, DueReminder, ReminderDesktop } from "../ports.ts";
import type { Session } from "../session/session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import { dueReminder } from "../token/reminder.ts";

/**
 * Shows a reminder when one is due. Returns the check that the caller runs at each boundary. A reminder that the desktop
 * does not show stays due.
 */
export function createReminderScheduler(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: ReminderDesktop,
): () => Promise<void> {
  let shownFor: number | undefined;
  let checking = false;
  let checkAgain = false;

  session.onChanged(() => {
    if (shownFor === undefined || isCurrent(shownFor)) return;
    // The shown reminder is about a token that was replaced or removed.
    shownFor = undefined;
    desktop.withdrawReminder();
  });

  function isCurrent(obtainedAtMs: number): boolean {
    const { token } = session.state;
    return token.kind === "kept" && token.token.obtainedAtMs === obtainedAtMs;
  }

  function due(): DueReminder | undefined {
    const { token } = session.state;
    const found = token.kind === "kept" && dueReminder(token.token, enabledOffsets(settings.settings), clock.nowMs());
    return found ? { token: token.token, offsets: found.offsets } : undefined;
  }

  async function showDue(): Promise<void> {
    if (!due() || !(await desktop.isReady())) return;
    // The wait may have been long.
    const found = due();
    if (!found) return;
    const { obtainedAtMs } = found.token;
    shownFor = obtainedAtMs;
    const shown = await desktop.showReminder(found, clock.nowMs());
    if (shown && isCurrent(obtainedAtMs)) session.tokens.markReminders(found.offsets);
  }

  return async () => {
    checkAgain = true;
    // The desktop may take long to answer. One check at a time, or a reminder would be shown twice.
    if (checking) return;
    checking = true;
    while (checkAgain) {
      checkAgain = false;
      await showDue();
    }
    checking = false;
  };
}
