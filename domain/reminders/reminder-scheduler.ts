import type { Clock, DueReminder, KeptToken, ReminderDesktop } from "../ports.ts";
import type { AutomaticRenewal } from "../renewal/automatic-renewal.ts";
import { copyLife, watchedCopy } from "../session/copy-watch.ts";
import type { Session } from "../session/session.ts";
import { type CurrentSettings, enabledOffsets } from "../settings.ts";
import type { CopiedToken } from "../token/copied-token.ts";
import { dueReminder, type ReminderOffset } from "../token/reminder.ts";

/** The token that a scheduler reminds of. The present token and a copied one have reminders of their own. */
export interface Subject<Token> {
  readonly name: "present" | "copy";
  /** `undefined`: there is nothing to remind of. */
  readonly token: (session: Session) => Token | undefined;
  /** Tells one token from another: Unix time in ms. */
  readonly id: (token: Token) => number;
  readonly due: (
    token: Token,
    offsets: readonly ReminderOffset[],
    nowMs: number,
  ) => { readonly offsets: readonly ReminderOffset[] } | undefined;
  readonly mark: (session: Session, token: Token, offsets: readonly ReminderOffset[]) => void;
}

type Renewal = Pick<AutomaticRenewal, "silencesReminders" | "isRejectionUntold" | "markRejectionTold">;

/**
 * The present token. While its automatic renewal is expected, no reminder is due. If Verifik rejected the token at an automatic
 * renewal, a reminder without offsets is due at once.
 */
export function presentToken(renewal: Renewal): Subject<KeptToken> {
  return {
    name: "present",
    token: ({ state: { token } }) => (token.kind === "kept" ? token.token : undefined),
    id: ({ obtainedAtMs }) => obtainedAtMs,
    due(token, offsets, nowMs) {
      if (renewal.isRejectionUntold()) return { offsets: [] };
      return renewal.silencesReminders() ? undefined : dueReminder(token, offsets, nowMs);
    },
    mark(session, _token, offsets) {
      if (offsets.length === 0) renewal.markRejectionTold();
      else session.tokens.markReminders(offsets);
    },
  };
}

export const copiedToken: Subject<CopiedToken> = {
  name: "copy",
  token: ({ state }) => watchedCopy(state),
  id: ({ copiedAtMs }) => copiedAtMs,
  due: (copied, offsets, nowMs) => dueReminder(copyLife(copied), offsets, nowMs),
  mark: (session, copied, offsets) => session.copies.markReminders(copied, offsets),
};

/**
 * Shows a reminder when one is due. Returns the check that the caller runs at each boundary. A reminder that the desktop
 * does not show stays due.
 */
export function createReminderScheduler<Token>(
  subject: Subject<Token>,
  session: Session,
  settings: CurrentSettings,
  clock: Clock,
  desktop: ReminderDesktop<NoInfer<Token>>,
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

  function isCurrent(id: number): boolean {
    const token = subject.token(session);
    return token !== undefined && subject.id(token) === id;
  }

  function due(): DueReminder<Token> | undefined {
    const token = subject.token(session);
    const found = token && subject.due(token, enabledOffsets(settings.settings), clock.nowMs());
    return token && found ? { token, offsets: found.offsets } : undefined;
  }

  async function showDue(): Promise<void> {
    if (!due() || !(await desktop.isReady())) return;
    // The wait may have been long.
    const found = due();
    if (!found) return;
    const id = subject.id(found.token);
    shownFor = id;
    const shown = await desktop.showReminder(found, clock.nowMs());
    if (shown && isCurrent(id)) subject.mark(session, found.token, found.offsets);
  }

  return async () => {
    checkAgain = true;
    // The desktop may take long to answer. One check at a time, or a reminder would be shown twice.
    if (checking) return;
    checking = true;
    try {
      while (checkAgain) {
        checkAgain = false;
        await showDue();
      }
    } finally {
      checking = false;
    }
  };
}
