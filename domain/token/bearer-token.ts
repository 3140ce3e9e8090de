import type { Secret } from "../secret.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Verifik's API pages: a token is valid for 30 days from the moment the response is received. */
const documentedLifetimeMs = 30 * dayMs;
/** From 7 days before its end a token "expires soon"; the first reminder comes at the same moment. */
const soonMs = 7 * dayMs;
/** An expiry outside these bounds is taken for a misread claim. */
const plausibleFromMs = Date.UTC(2020, 0, 1);
const plausibleAheadMs = 5 * 366 * dayMs;

/** A token and its lifetime. Moments are Unix times in ms. */
export interface BearerToken {
  readonly bearerToken: Secret;
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
  /** The token has no plausible expiry claim, so 30 days were assumed. */
  readonly expiryEstimated: boolean;
}

export type TokenStatus = "valid" | "expires-soon" | "expired";

export function tokenStatus(token: { readonly expiresAtMs: number }, nowMs: number): TokenStatus {
  const remainingMs = token.expiresAtMs - nowMs;
  if (remainingMs <= 0) return "expired";
  return remainingMs <= soonMs ? "expires-soon" : "valid";
}

/** Time in ms until `tokenStatus` changes; `undefined` for an expired token. */
export function tokenStatusChangesInMs(token: { readonly expiresAtMs: number }, nowMs: number): number | undefined {
  const remainingMs = token.expiresAtMs - nowMs;
  if (remainingMs <= 0) return undefined;
  return remainingMs > soonMs ? remainingMs - soonMs : remainingMs;
}

/**
 * Reads a token's expiry: the first plausible of the claims `expiresAt`, `exp` and `iat` + 30 days, else 30 days from
 * `obtainedAtMs`. The signature cannot be checked here, because only Verifik has the key; the claims are for display.
 * A token that is not a JWT works too, with an estimated expiry.
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
    // Not a JWT. Verifik documents that opaque tokens are possible.
    return undefined;
  }
}

/**
 * Reads a moment in one of the forms that Verifik's answers have had: Unix seconds, milliseconds (over 1e12),
 * "YYYY-MM-DD HH:mm:ss" or ISO 8601. Without a zone it is UTC. Returns whole ms.
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
