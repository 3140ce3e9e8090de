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
 * Reminds of the expiry by a notification. Returns the check, to be made at each boundary. Without a notification server the
 * reminder stays due; the tray tells meanwhile. (Electron would freeze for a minute on some desktops.)
 */
export function createReminderNotification(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: DesktopServices,
  onClick: () => void,
): () => Promise<void> {
  // Held here, because Electron lets an unreferenced notification go, and its click with it.
  let shown: Notification | undefined;

  return createReminderScheduler(session, settings, clock, {
    hasNotificationServer: () => desktop.hasNotificationServer(),
    showReminder({ token, offsets: leads }, nowMs) {
      const texts = desktopTexts(readLanguage(settings.settings.language).language, labelCase);
      shown?.close();
      shown = new Notification({
        ...reminderWords(texts, token.expiresAtMs - nowMs),
        // On macOS it is the application's own by itself.
        ...(process.platform !== "darwin" && { icon: applicationIcon }),
      });
      shown.on("click", onClick);
      shown.on("show", () => log({ kind: "reminder-shown", leads: leads.length }));
      // What the server says of it is in its own words.
      shown.on("failed", () => log({ kind: "reminder-failed" }));
      shown.show();
    },
    withdrawReminder() {
      shown?.close();
      shown = undefined;
    },
  });
}
