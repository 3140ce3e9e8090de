import type { Clock } from "../../domain/ports.ts";
import { createReminderScheduler, type Subject } from "../../domain/reminders/reminder-scheduler.ts";
import type { Session } from "../../domain/session/session.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import { type DesktopTexts, desktopTexts } from "../../texts/desktop.ts";
import { log } from "../log/log.ts";
import type { DesktopNotifications } from "../system/desktop-services.ts";
import { labelCase, readLanguage, type ShownLanguage } from "../system/language.ts";

export interface ReminderParts {
  readonly session: Session;
  readonly settings: CurrentSettings;
  readonly clock: Clock;
  readonly notifications: DesktopNotifications;
  readonly onClick: () => void;
}

/** Title and body of the notification. */
type Words<Token> = (
  token: Token,
  nowMs: number,
  texts: DesktopTexts,
  language: ShownLanguage,
) => { title: string; body: string };

/**
 * Shows expiry reminders of one subject as notifications. Returns the check for a due reminder, to be called at each boundary. A
 * reminder that no notification service has taken stays due, and is shown when a service works again.
 */
export function createReminderNotification<Token>(
  subject: Subject<Token>,
  words: Words<Token>,
  { session, settings, clock, notifications, onClick }: ReminderParts,
): () => Promise<void> {
  const check = createReminderScheduler(subject, session, settings, clock, {
    isReady: () => notifications.isReady(),
    async showReminder({ token, offsets }, nowMs) {
      const language = readLanguage(settings.settings.language);
      const texts = desktopTexts(language.language, labelCase);
      const shown = await notifications.show(words(token, nowMs, texts, language), onClick);
      log(shown ? { kind: "reminder-shown", of: subject.name, leads: offsets.length } : { kind: "reminder-failed" });
      return shown;
    },
    withdrawReminder: () => void notifications.withdraw(),
  });
  notifications.onServiceChanged(() => void check());
  return check;
}
