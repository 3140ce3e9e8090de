import type { RenewalFailure } from "../token/renewal-record.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A token with a shorter life is not renewed by itself. */
const shortestLifeMs = 2 * dayMs;
/** A token is never renewed by itself while it has more time left. */
const mostLeftMs = 10 * dayMs;
const lifeShare = 2 / 3;
/** The spread, to both sides, as a share of the life: not all tokens of one morning are renewed at one moment. */
const spreadShare = 0.03;

/** When the token is renewed by itself, and what is in the way. */
export interface RenewalPlan {
  /** The next try, Unix time in ms; it has passed if something is in the way. `undefined`: none is planned. */
  readonly nextAtMs: number | undefined;
  readonly problem: RenewalProblem | undefined;
}

/** Why no automatic renewal is planned, or why the last try failed. */
export type RenewalProblem =
  /** The token is in memory only, for want of a keyring. */
  | { readonly kind: "needs-keyring" }
  /** The disk refuses the token, or the note that has to be written before each call. */
  | { readonly kind: "needs-disk" }
  /** The token lives less than two days. */
  | { readonly kind: "short-life" }
  /** It is due, but a login is under way. */
  | { readonly kind: "login-under-way" }
  /** The last try. `triesOver`: there is no further one for this token. */
  | {
      readonly kind: "failed";
      readonly failure: RenewalFailure;
      readonly atMs: number;
      readonly triesOver: boolean;
    };

interface TokenLife {
  /** Unix times, ms. */
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
}

/** When a token is to be renewed by itself, Unix time in ms: at two thirds of its life, but never with more than ten days left. */
export function plannedRenewalAtMs({ obtainedAtMs, expiresAtMs }: TokenLife): number | undefined {
  const lifeMs = expiresAtMs - obtainedAtMs;
  if (lifeMs < shortestLifeMs) return undefined;
  const atMs = obtainedAtMs + lifeMs * (lifeShare + spreadShare * spreadOf(obtainedAtMs));
  return Math.ceil(Math.max(atMs, expiresAtMs - mostLeftMs));
}

/** A number from -1 to 1 that depends on the moment alone, so that a restart does not change it (FNV-1a over its digits). */
function spreadOf(momentMs: number): number {
  let hash = 0x811c9dc5;
  for (const digit of String(momentMs)) hash = Math.imul(hash ^ digit.charCodeAt(0), 0x01000193);
  return (hash >>> 0) / 2 ** 31 - 1;
}
