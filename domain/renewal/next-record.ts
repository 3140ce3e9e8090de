import type { Failure } from "../failure.ts";
import type { RenewalFailure, RenewalRecord } from "../token/renewal-record.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const longestWaitMs = 12 * hourMs;
/** Waits differ by so much to both sides, as a share. */
const spreadShare = 0.2;

/** Every success mints a token that nobody can revoke alone, so there are at most so many for one token. */
const mostMinted = 3;
const mostRefusals = 3;

/** How a try ended without a new token. */
export interface FailedTry {
  /** "forbidden": a 403 for the token, which a proxy before Verifik may have sent. */
  readonly failure: RenewalFailure | "forbidden";
  /** Verifik may have issued a token that did not arrive, or that was not taken. */
  readonly mayHaveMinted: boolean;
  /** Verifik asks for no other call before, in ms from now. */
  readonly retryAfterMs?: number;
}

type FailedRecord = RenewalRecord & { readonly failure: RenewalFailure };

interface Now {
  readonly nowMs: number;
  readonly expiresAtMs: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** A try counts as this until its answer has come. */
export const lostReply: FailedTry = { failure: "no-answer", mayHaveMinted: true };
export const shorterLife: FailedTry = { failure: "no-longer-life", mayHaveMinted: true };

export function countTry(record: RenewalRecord, nowMs: number): RenewalRecord {
  return { ...record, tries: record.tries + 1, triedAtMs: nowMs };
}

/**
 * The record after a failed try. `tried` is the record from before the call, with the try counted. An outage is tried again after an
 * hour, doubling to twelve, and every hour on the last day; a refusal twice more, a day apart; a rejected token never.
 * A try that may have minted is followed a day later, and the last token that may be minted is kept for the last day.
 */
export function recordAfter(tried: RenewalRecord, failed: FailedTry, now: Now): FailedRecord {
  const isRefusal = ["refused", "forbidden", "no-longer-life"].includes(failed.failure);
  const refusals = tried.refusals + (isRefusal ? 1 : 0);
  const minted = tried.minted + (failed.mayHaveMinted ? 1 : 0);
  const usualMs = failed.mayHaveMinted ? mintedWaitMs(minted, now) : outageWaitMs(tried.tries, now);
  const waitMs = isRefusal && !failed.mayHaveMinted ? dayMs : Math.max(usualMs, failed.retryAfterMs ?? 0);
  const nextAtMs = now.nowMs + Math.ceil(waitMs);
  const isOver =
    failed.failure === "token-rejected" ||
    minted >= mostMinted ||
    refusals >= mostRefusals ||
    nextAtMs >= now.expiresAtMs;
  return { ...tried, refusals, minted, failure: failureOf(failed, refusals), nextAtMs: isOver ? undefined : nextAtMs };
}

/** Verifik, and not a proxy, forbids the token if it does so three times in two days. Then only a login helps. */
function failureOf({ failure }: FailedTry, refusals: number): RenewalFailure {
  if (failure !== "forbidden") return failure;
  return refusals >= mostRefusals ? "token-rejected" : "refused";
}

function outageWaitMs(tries: number, now: Now): number {
  const doubledMs = Math.min(longestWaitMs, hourMs * 2 ** (tries - 1));
  return Math.min(doubledMs * spreadOf(now), untilLastDayMs(now));
}

function mintedWaitMs(minted: number, now: Now): number {
  return minted === mostMinted - 1 ? untilLastDayMs(now) : Math.min(dayMs, untilLastDayMs(now));
}

/** On the last day itself, an hour. */
function untilLastDayMs(now: Now): number {
  return Math.max(hourMs * spreadOf(now), now.expiresAtMs - dayMs - now.nowMs);
}

function spreadOf({ random }: Now): number {
  return 1 + spreadShare * (2 * random - 1);
}

/** What a failed call means for the next try. */
export function failedTry(failure: Failure): FailedTry {
  switch (failure.kind) {
    case "token-rejected":
      return { failure: failure.status === 401 ? "token-rejected" : "forbidden", mayHaveMinted: false };
    case "renewal-not-stored":
      return { failure: "not-stored", mayHaveMinted: true };
    case "timed-out":
    case "response-unreadable":
    case "response-too-large":
      return { failure: "no-answer", mayHaveMinted: true };
    case "unreachable":
      // Every other reason means that no connection was made.
      return { failure: "no-answer", mayHaveMinted: failure.reason === "other" };
    case "redirect-refused":
      return { failure: "no-answer", mayHaveMinted: false };
    case "server-unwell":
      // Only a 503 says that nothing was done. Behind any other, the token may have been issued, and its answer be lost.
      return {
        failure: "server-unwell",
        mayHaveMinted: failure.status !== 503,
        ...(failure.retryAfterSeconds && { retryAfterMs: failure.retryAfterSeconds * 1000 }),
      };
    case "too-many-requests":
      return { failure: "too-many-requests", mayHaveMinted: false, retryAfterMs: failure.waitSeconds * 1000 };
    default:
      return { failure: "refused", mayHaveMinted: false };
  }
}
