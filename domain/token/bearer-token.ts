import type { Secret } from "../secret.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** From the seed pages: valid for 30 days from the time the response is received. */
const documentedLifetimeMs = 30 * dayMs;
/** A token is called soon to expire from 7 days before on, when the first reminder comes. */
const soonMs = 7 * dayMs;
/** An expiry outside these bounds is a misread claim, not an expiry. */
const plausibleFromMs = Date.UTC(2020, 0, 1);
const plausibleAheadMs = 5 * 366 * dayMs;

/** A token with what is known of its life. */
export interface BearerToken {
  readonly bearerToken: Secret;
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
  /** The token did not name a plausible expiry; 30 days were assumed. */
  readonly expiryEstimated: boolean;
}

export type TokenStatus = "valid" | "expires-soon" | "expired";

export function tokenStatus(token: { readonly expiresAtMs: number }, nowMs: number): TokenStatus {
  const remainingMs = token.expiresAtMs - nowMs;
  if (remainingMs <= 0) return "expired";
  return remainingMs <= soonMs ? "expires-soon" : "valid";
}

/** Time in ms until `tokenStatus` will answer something else; `undefined` when it never will. */
export function tokenStatusChangesInMs(token: { readonly expiresAtMs: number }, nowMs: number): number | undefined {
  const remainingMs = token.expiresAtMs - nowMs;
  if (remainingMs <= 0) return undefined;
  return remainingMs > soonMs ? remainingMs - soonMs : remainingMs;
}

/**
 * Reads how long a token lives: the first of `expiresAt`, `exp` and `iat` + 30 days that is plausible, else 30 days from
 * when it was obtained. The signature cannot be checked here (the secret is Verifik's), so the claims are for display
 * only. A token that is no JWT is as good; its expiry is an estimate.
 */
export function readBearerToken(bearerToken: Secret, obtainedAtMs: number): BearerToken {
  const claims = readClaims(bearerToken.reveal());
  const issuedAtMs = readMoment(claims?.iat);
  const earliestMs = plausible(issuedAtMs, plausibleFromMs, obtainedAtMs) ? issuedAtMs : plausibleFromMs;
  for (const claim of [claims?.expiresAt, claims?.exp]) {
    const expiresAtMs = readMoment(claim);
    if (plausible(expiresAtMs, earliestMs, obtainedAtMs)) {
      return { bearerToken, obtainedAtMs, expiresAtMs, expiryEstimated: false };
    }
  }
  const startsAtMs = plausible(issuedAtMs, plausibleFromMs, obtainedAtMs) ? issuedAtMs : obtainedAtMs;
  return { bearerToken, obtainedAtMs, expiresAtMs: startsAtMs + documentedLifetimeMs, expiryEstimated: true };
}

function plausible(momentMs: number | undefined, earliestMs: number, nowMs: number): momentMs is number {
  return momentMs !== undefined && momentMs >= earliestMs && momentMs <= nowMs + plausibleAheadMs;
}

interface Claims {
  readonly iat?: unknown;
  readonly expiresAt?: unknown;
  readonly exp?: unknown;
}

function readClaims(jwt: string): Claims | undefined {
  const payload = jwt.split(".")[1];
  if (payload === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (byte) =>
      byte.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof claims === "object" && claims !== null ? claims : undefined;
  } catch {
    // Not a JWT: an opaque token, which is documented to be possible.
    return undefined;
  }
}

/**
 * Unix seconds, milliseconds (over 1e12), "YYYY-MM-DD HH:mm:ss" or ISO 8601: all were seen. In UTC where no zone is named,
 * as all moments of Verifik's are. Answers whole ms.
 */
function readMoment(claim: unknown): number | undefined {
  if (typeof claim === "number" && Number.isFinite(claim)) return Math.floor(claim > 1e12 ? claim : claim * 1000);
  if (typeof claim !== "string") return undefined;
  const text = claim.trim();
  if (/^\d{9,14}$/.test(text)) return readMoment(Number(text));
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const utc = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(text) ? `${text.replace(" ", "T")}Z` : text;
  const moment = Date.parse(utc);
  return Number.isNaN(moment) ? undefined : moment;
}
