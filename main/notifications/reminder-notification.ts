import { join } from "node:path";
import { Notification } from "electron";
import type { Clock } from "../../domain/ports.ts";
import { createReminderScheduler } from "../../domain/reminders/reminder-scheduler.ts";
import type { Session } from "../../domain/session/session.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import { desktopTexts } from "../../texts/desktop.ts";
import { log } from "../log/log.ts";
import type { DesktopServices } from "../system/desktop-services.ts";
import { labelCase, readLanguage } from "../system/language.ts";
import { reminderWords } from "./reminder-words.ts";

const applicationIcon = join(__dirname, "../../resources/icon-256.png");

/**
 * Shows expiry reminders as notifications. Returns the check for a due reminder, to be called at each boundary. Without a
 * notification server a reminder stays due, because showing it can freeze Electron for a minute:
 * https://github.com/electron/electron/issues/48753. The scheduler need not ask for a server once that is fixed.
 */
export function createReminderNotification(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: DesktopServices,
  onClick: () => void,
): () => Promise<void> {
  // Without this reference the notification is garbage-collected: https://github.com/electron/electron/issues/16922
  let shown: Notification | undefined;

  return createReminderScheduler(session, settings, clock, {
    hasNotificationServer: () => desktop.hasNotificationServer(),
    showReminder({ token, offsets }, nowMs) {
      const texts = desktopTexts(readLanguage(settings.settings.language).language, labelCase);
      shown?.close();
      shown = new Notification({
        ...reminderWords(texts, token.expiresAtMs - nowMs),
        // macOS shows the application's icon by itself.
        ...(process.platform !== "darwin" && { icon: applicationIcon }),
      });
      shown.on("click", onClick);
      shown.on("show", () => log({ kind: "reminder-shown", leads: offsets.length }));
      // The event's error is left out of the log: the notification server words it freely.
      shown.on("failed", () => log({ kind: "reminder-failed" }));
      shown.show();
    },
    withdrawReminder() {
      shown?.close();
      shown = undefined;
    },
  });
}
