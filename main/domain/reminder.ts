const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** How long before expiry a person is reminded; the last one says that the token has expired. */
export const reminderLeads = [
  { lead: "7-days", beforeMs: 7 * dayMs },
  { lead: "1-day", beforeMs: dayMs },
  { lead: "1-hour", beforeMs: hourMs },
  { lead: "expiry", beforeMs: 0 },
] as const;

export type ReminderLead = (typeof reminderLeads)[number]["lead"];

interface TokenLife {
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
  /** The leads that are over for this token. */
  readonly remindersDone: readonly ReminderLead[];
}

/**
 * What to remind of now. `leads` are the ones that are over by this reminder: when several were missed, while the
 * computer slept or was off, one reminder stands for all. A lead before the token was obtained is never due.
 */
export function dueReminder(token: TokenLife, nowMs: number): { readonly leads: ReminderLead[] } | undefined {
  const leads = openLeads(token)
    .filter(({ atMs }) => atMs <= nowMs)
    .map(({ lead }) => lead);
  return leads.length > 0 ? { leads } : undefined;
}

/** Time in ms, above 0, until the next reminder will be due, whether or not one is now; `undefined` when none will. */
export function nextReminderInMs(token: TokenLife, nowMs: number): number | undefined {
  const next = openLeads(token).find(({ atMs }) => atMs > nowMs);
  return next && next.atMs - nowMs;
}

function openLeads(token: TokenLife): { lead: ReminderLead; atMs: number }[] {
  return reminderLeads
    .map(({ lead, beforeMs }) => ({ lead, atMs: token.expiresAtMs - beforeMs }))
    .filter(({ lead, atMs }) => atMs > token.obtainedAtMs && !token.remindersDone.includes(lead));
}
