import { type BearerToken, tokenStatus } from "./bearer-token.ts";
import type { ReminderOffset } from "./reminder.ts";

/**
 * The newest token that the person copied, as it is remembered: no part of the token. After a renewal it still ends on its own
 * day, wherever it was pasted. Moments are Unix times in ms.
 */
export interface CopiedToken extends Omit<BearerToken, "bearerToken"> {
  readonly copiedAtMs: number;
  readonly maskedPhone: string;
  /** The reminders that were shown, or skipped, for this copy. */
  readonly remindersDone: readonly ReminderOffset[];
}

interface RememberedToken extends Omit<BearerToken, "bearerToken"> {
  readonly maskedPhone: string;
  readonly remindersDone: readonly ReminderOffset[];
}

/** The record of a copy of this token. */
export function copyOf(token: RememberedToken, copiedAtMs: number): CopiedToken {
  const { obtainedAtMs, expiresAtMs, expiryEstimated, maskedPhone, remindersDone } = token;
  return { obtainedAtMs, expiresAtMs, expiryEstimated, maskedPhone, copiedAtMs, remindersDone: [...remindersDone] };
}

/** Compares times, because the record holds nothing else of the token. */
export function isCopyOf(
  copied: CopiedToken,
  token: { readonly obtainedAtMs: number; readonly expiresAtMs: number },
): boolean {
  return copied.obtainedAtMs === token.obtainedAtMs && copied.expiresAtMs === token.expiresAtMs;
}

/** True for a usable token of the same login. Masked numbers are compared, because nothing else of a login is kept. */
export function replacesCopy(
  token: { readonly expiresAtMs: number; readonly maskedPhone: string; readonly rejected: boolean },
  copied: CopiedToken,
  nowMs: number,
): boolean {
  return token.maskedPhone === copied.maskedPhone && !token.rejected && tokenStatus(token, nowMs) !== "expired";
}
