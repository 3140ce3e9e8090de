import type { Clock } from "../../domain/ports.ts";
import { createReminderScheduler } from "../../domain/reminders/reminder-scheduler.ts";
import type { Session } from "../../domain/session/session.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import { desktopTexts } from "../../texts/desktop.ts";
import { log } from "../log/log.ts";
import type { DesktopNotifications } from "../system/desktop-services.ts";
import { labelCase, readLanguage } from "../system/language.ts";
import { reminderWords } from "./reminder-words.ts";

/**
 * Shows expiry reminders as notifications. Returns the check for a due reminder, to be called at each boundary. A reminder that
 * no notification service has taken stays due, and is shown when a service works again.
 */
export function createReminderNotification(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  notifications: DesktopNotifications,
  onClick: () => void,
): () => Promise<void> {
  const check = createReminderScheduler(session, settings, clock, {
    isReady: () => notifications.isReady(),
    async showReminder({ token, offsets }, nowMs) {
      const texts = desktopTexts(readLanguage(settings.settings.language).language, labelCase);
      const shown = await notifications.show(reminderWords(texts, token.expiresAtMs - nowMs), onClick);
      log(shown ? { kind: "reminder-shown", leads: offsets.length } : { kind: "reminder-failed" });
      return shown;
    },
    withdrawReminder: () => void notifications.withdraw(),
  });
  notifications.onServiceChanged(() => void check());
  return check;
}
