import type { Clock } from "../../domain/ports.ts";
import { copiedToken, presentToken } from "../../domain/reminders/reminder-scheduler.ts";
import type { AutomaticRenewal } from "../../domain/renewal/automatic-renewal.ts";
import type { Session } from "../../domain/session/session.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import { replacesCopy } from "../../domain/token/copied-token.ts";
import type { DesktopServices } from "../system/desktop-services.ts";
import { createReminderNotification } from "./reminder-notification.ts";
import { copyReminderWords, reminderWords } from "./reminder-words.ts";

/**
 * Creates the reminders of the present token and of an older copied one. Returns the check of both, to be called at each
 * boundary.
 */
export function createReminders(
  session: Session,
  renewal: AutomaticRenewal,
  settings: CurrentSettings,
  clock: Clock,
  notifications: DesktopServices["notifications"],
  onClick: { readonly present: () => void; readonly copy: () => void },
): () => void {
  const parts = { session, settings, clock };
  const remindOfPresent = createReminderNotification(
    presentToken(renewal),
    ({ expiresAtMs, rejected }, nowMs, texts) =>
      reminderWords(texts, expiresAtMs - nowMs, { rejected, problem: renewal.plan().problem }),
    { ...parts, notifications: notifications.present, onClick: onClick.present },
  );
  const remindOfCopy = createReminderNotification(
    copiedToken,
    (copied, nowMs, texts, { locale }) => {
      const { token } = session.state;
      const newerHere = token.kind === "kept" && replacesCopy(token.token, copied, nowMs);
      return copyReminderWords(texts, { ...copied, newerHere, remainingMs: copied.expiresAtMs - nowMs }, locale);
    },
    { ...parts, notifications: notifications.copy, onClick: onClick.copy },
  );
  return () => {
    void remindOfPresent();
    void remindOfCopy();
  };
}
