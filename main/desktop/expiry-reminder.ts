import { Notification } from "electron";
import { type Texts, textsFor } from "../../texts/index.ts";
import type { Clock, KeptToken } from "../domain/ports.ts";
import { dueReminder } from "../domain/reminder.ts";
import type { Session } from "../domain/session.ts";
import { timeLeft } from "../domain/time-left.ts";
import type { SystemLanguage } from "./language.ts";

const halfMinuteMs = 30_000;

/** Reminds of the expiry when it is due. Returns the check, to be made at each boundary. */
export function createExpiryReminder(
  session: Session,
  clock: Clock,
  { language }: SystemLanguage,
  onClick: () => void,
): () => void {
  const texts = textsFor(language);
  // Held here, because Electron lets an unreferenced notification go, and its click with it.
  let shown: Notification | undefined;

  return () => {
    const { token } = session.state;
    if (token.kind !== "kept") return;
    const due = dueReminder(token.token, clock.nowMs());
    if (!due) return;
    // Noted first: should showing it fail, it is not tried again at each boundary.
    session.markReminders(due.leads);
    shown?.close();
    shown = new Notification({ title: reminderTitle(texts, token.token, clock.nowMs()), body: texts.reminderBody });
    shown.on("click", onClick);
    shown.on("failed", (_event, error) => console.error(`The reminder could not be shown: ${error}`));
    shown.show();
  };
}

/** Rounded to the minute, so that a reminder that comes a moment after its boundary still says "in 7 days". */
export function reminderTitle(texts: Texts, { expiresAtMs }: KeptToken, nowMs: number): string {
  const remainingMs = expiresAtMs - nowMs;
  return remainingMs <= 0 ? texts.reminderExpired : texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs));
}
