const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** How long before expiry a person can be reminded; the last one says that the token has expired. */
export const fixedOffsets = ["7-days", "1-day", "1-hour", "expiry"] as const;

export type FixedOffset = (typeof fixedOffsets)[number];
/** A fixed one, or a person's own number of days, as `daysLead` names it. */
export type ReminderOffset = FixedOffset | `${number}-days`;

interface TokenLife {
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
  /** The leads that are over for this token. */
  readonly remindersDone: readonly ReminderOffset[];
  /** Verifik refuses it: when it would have expired is of no interest. */
  readonly rejected: boolean;
}

/** The lead of a whole number of days; 1 and 7 are fixed ones. */
export function daysOffset(days: number): ReminderOffset {
  return days === 1 ? "1-day" : `${days}-days`;
}

/**
 * What to remind of now, of the leads that are switched on. The answered ones are over by this reminder: when several
 * were missed, while the computer slept or was off, one reminder stands for all. A lead before the token was obtained
 * is never due.
 */
export function dueReminder(
  token: TokenLife,
  leads: readonly ReminderOffset[],
  nowMs: number,
): { readonly leads: ReminderOffset[] } | undefined {
  if (wasExpiredOnReceipt(token) && nowMs >= token.obtainedAtMs) return undefined;
  const due = openOffsets(token, leads)
    .filter(({ atMs }) => atMs <= nowMs)
    .map(({ lead }) => lead);
  return due.length > 0 ? { leads: due } : undefined;
}

/** Time in ms, above 0, until the next reminder will be due, whether or not one is now; `undefined` when none will. */
export function nextReminderInMs(
  token: TokenLife,
  leads: readonly ReminderOffset[],
  nowMs: number,
): number | undefined {
  const waits = openOffsets(token, leads)
    .map(({ atMs }) => atMs - nowMs)
    .filter((ms) => ms > 0);
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

function openOffsets(token: TokenLife, leads: readonly ReminderOffset[]): { lead: ReminderOffset; atMs: number }[] {
  if (token.rejected) return [];
  const opensAfterMs = wasExpiredOnReceipt(token) ? Number.NEGATIVE_INFINITY : token.obtainedAtMs;
  return leads
    .map((lead) => ({ lead, atMs: token.expiresAtMs - beforeMs(lead) }))
    .filter(({ lead, atMs }) => atMs > opensAfterMs && !token.remindersDone.includes(lead));
}

/** Nobody gives out expired tokens: the clock was ahead. Until it has been set back, nothing is known of this token's life. */
function wasExpiredOnReceipt({ obtainedAtMs, expiresAtMs }: TokenLife): boolean {
  return expiresAtMs <= obtainedAtMs;
}

function beforeMs(lead: ReminderOffset): number {
  if (lead === "expiry") return 0;
  if (lead === "1-hour") return hourMs;
  return Number.parseInt(lead, 10) * dayMs;
}
