/** Why a try to renew brought no new token. */
export type RenewalFailure = (typeof renewalFailures)[number];
export const renewalFailures = [
  /** Verifik was not reached, or its answer was lost. */
  "no-answer",
  /** Verifik answered that it is broken. */
  "server-unwell",
  /** Verifik asked for fewer calls. */
  "too-many-requests",
  /** Verifik, or a proxy before it, refused the call. */
  "refused",
  /** Verifik rejected the token. Only a login helps. */
  "token-rejected",
  /** The disk or the keyring refused the new token. */
  "not-stored",
  /** The new token would have expired before the present one. */
  "no-longer-life",
] as const;

/**
 * The tries to renew one token by itself, as they are remembered. They are written before each call, so that neither a kill nor a
 * lost answer can lead to more calls than planned. Moments are Unix times in ms.
 */
export interface RenewalRecord {
  /** Tells which token: when it was obtained. */
  readonly obtainedAtMs: number;
  /** That token came by an automatic renewal itself. */
  readonly renewed: boolean;
  readonly tries: number;
  /** The tokens that the tries have minted, or may have minted. */
  readonly minted: number;
  /** The tries that Verifik refused. */
  readonly refusals: number;
  readonly triedAtMs: number | undefined;
  /** The next try; `undefined` before the first one, and when there is no further one. */
  readonly nextAtMs: number | undefined;
  /** Of the last try. It is "no-answer" until its answer has come. */
  readonly failure: RenewalFailure | undefined;
  /** The person was told that Verifik rejected the token. */
  readonly rejectionTold: boolean;
}

/** The record of a token that was not tried yet. */
export function untried(obtainedAtMs: number, renewed = false): RenewalRecord {
  const none = { tries: 0, minted: 0, refusals: 0, triedAtMs: undefined, nextAtMs: undefined, failure: undefined };
  return { obtainedAtMs, renewed, ...none, rejectionTold: false };
}
