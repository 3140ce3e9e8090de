import { join } from "node:path";
import { Notification } from "electron";
import { type DesktopTexts, desktopTexts } from "../../texts/desktop.ts";
import type { Clock, KeptToken } from "../domain/ports.ts";
import { dueReminder } from "../domain/reminder.ts";
import type { Session } from "../domain/session.ts";
import { type CurrentSettings, chosenLeads } from "../domain/settings.ts";
import { timeLeft } from "../domain/time-left.ts";
import { log } from "../log/log.ts";
import type { DesktopServices } from "./desktop-services.ts";
import { labelCase, readLanguage } from "./language.ts";

const applicationIcon = join(__dirname, "../../resources/icon-256.png");
const halfMinuteMs = 30_000;

/**
 * Reminds of the expiry when it is due. Returns the check, to be made at each boundary. Without a notification server the
 * reminder stays due until there is one; the tray tells meanwhile. (Electron would freeze for a minute on some desktops.)
 */
export function createExpiryReminder(
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: DesktopServices,
  onClick: () => void,
): () => Promise<void> {
  // What it said was of a token that is gone or was replaced.
  let shownFor: number | undefined;
  session.onChanged(() => {
    const { token } = session.state;
    if (token.kind === "kept" && token.token.obtainedAtMs === shownFor) return;
    shown?.close();
    shown = undefined;
  });
  // Held here, because Electron lets an unreferenced notification go, and its click with it.
  let shown: Notification | undefined;

  return async () => {
    const isDue = () => {
      const { token } = session.state;
      const due = token.kind === "kept" && dueReminder(token.token, chosenLeads(settings.settings), clock.nowMs());
      return due ? { token: token.token, leads: due.leads } : undefined;
    };
    if (!isDue() || !(await desktop.hasNotificationServer())) return;
    // Asked again: another check may have shown it meanwhile.
    const due = isDue();
    if (!due) return;
    // Noted first: should showing it fail, it is not tried again at each boundary.
    session.tokens.markReminders(due.leads);
    shown?.close();
    shownFor = due.token.obtainedAtMs;
    shown = new Notification({
      ...reminderWords(
        desktopTexts(readLanguage(settings.settings.language).language, labelCase),
        due.token,
        clock.nowMs(),
      ),
      // On macOS it is the application's own by itself.
      ...(process.platform !== "darwin" && { icon: applicationIcon }),
    });
    shown.on("click", onClick);
    shown.on("show", () => log({ kind: "reminder-shown", leads: due.leads.length }));
    // What the server says of it is in its own words.
    shown.on("failed", () => log({ kind: "reminder-failed" }));
    shown.show();
  };
}

/** Rounded to the minute, so that a reminder that comes a moment after its boundary still says "in 7 days". */
function reminderWords(texts: DesktopTexts, { expiresAtMs }: KeptToken, nowMs: number) {
  const remainingMs = expiresAtMs - nowMs;
  return remainingMs <= 0
    ? { title: texts.reminderExpired, body: texts.clickToLogIn }
    : { title: texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs)), body: texts.clickToRenew };
}
