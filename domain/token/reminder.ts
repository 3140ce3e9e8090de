const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** The fixed reminder times, named by their distance from the expiry. "expiry" says that the token has expired. */
export const fixedOffsets = ["7-days", "1-day", "1-hour", "expiry"] as const;

export type FixedOffset = (typeof fixedOffsets)[number];
/** A fixed offset, or a custom number of days as `daysOffset` names it. */
export type ReminderOffset = FixedOffset | `${number}-days`;

interface TokenLife {
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
  /** The reminders that were shown, or skipped, for this token. */
  readonly remindersDone: readonly ReminderOffset[];
  /** Verifik rejected the token, so no reminder is due. */
  readonly rejected: boolean;
}

/** The offset for a whole number of days; 1 and 7 are fixed offsets. */
export function daysOffset(days: number): ReminderOffset {
  return days === 1 ? "1-day" : `${days}-days`;
}

/**
 * The reminder that is due now among the enabled offsets. When several were missed, because the computer slept or was
 * off, one reminder stands for all of them; its `offsets` are done once it is shown. An offset before the token was
 * obtained is never due.
 */
export function dueReminder(
  token: TokenLife,
  offsets: readonly ReminderOffset[],
  nowMs: number,
): { readonly offsets: ReminderOffset[] } | undefined {
  if (wasExpiredOnReceipt(token) && nowMs >= token.obtainedAtMs) return undefined;
  const due = openOffsets(token, offsets)
    .filter(({ atMs }) => atMs <= nowMs)
    .map(({ offset }) => offset);
  return due.length > 0 ? { offsets: due } : undefined;
}

/** Time in ms, above 0, until the next reminder is due, whether or not one is due now; `undefined` when none follows. */
export function nextReminderInMs(
  token: TokenLife,
  offsets: readonly ReminderOffset[],
  nowMs: number,
): number | undefined {
  const waits = openOffsets(token, offsets)
    .map(({ atMs }) => atMs - nowMs)
    .filter((ms) => ms > 0);
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

function openOffsets(token: TokenLife, offsets: readonly ReminderOffset[]): { offset: ReminderOffset; atMs: number }[] {
  if (token.rejected) return [];
  const opensAfterMs = wasExpiredOnReceipt(token) ? Number.NEGATIVE_INFINITY : token.obtainedAtMs;
  return offsets
    .map((offset) => ({ offset, atMs: token.expiresAtMs - beforeMs(offset) }))
    .filter(({ offset, atMs }) => atMs > opensAfterMs && !token.remindersDone.includes(offset));
}

/** The computer's clock was ahead when the token came. Until it is set back, the token's remaining life is unknown. */
function wasExpiredOnReceipt({ obtainedAtMs, expiresAtMs }: TokenLife): boolean {
  return expiresAtMs <= obtainedAtMs;
}

function beforeMs(offset: ReminderOffset): number {
  if (offset === "expiry") return 0;
  if (offset === "1-hour") return hourMs;
  return Number.parseInt(offset, 10) * dayMs;
}
