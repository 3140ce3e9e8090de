import { randomBytes } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import * as v from "valibot";
import { accountByClientId, type TestAccount } from "./accounts.ts";
import type { SecretValues } from "./random-values.ts";

export interface Tokens {
  /** Issues a new token; earlier ones stay valid. A month is as long as the sandbox's token lifetime. */
  issue(account: TestAccount, months: number): Promise<string>;
  /** The account of this token. Undefined if the token is forged, expired or revoked. */
  owner(bearerToken: string): Promise<TestAccount | undefined>;
  /** Revokes every token issued to this account so far. */
  revokeAll(account: TestAccount): void;
  /** The `JWTPhrase` in the account's valid tokens. */
  phraseOf(account: TestAccount): string;
}

export interface TokensOptions {
  readonly tokenLifetimeSeconds: number;
  readonly nowMs: () => number;
  readonly secrets: Pick<SecretValues, "jwtPhrase">;
}

const ClaimsSchema = v.object({ clientId: v.string(), JWTPhrase: v.string(), expiresAt: v.number() });

/**
 * Signs tokens as Verifik does: HS256, the expiry in `expiresAt` (Unix seconds) and no `exp`. A token is valid while its
 * `JWTPhrase` is the account's current one, so a new phrase revokes all earlier tokens.
 */
export function createTokens({ tokenLifetimeSeconds, nowMs, secrets }: TokensOptions): Tokens {
  const secret = randomBytes(32);
  const phrases = new Map<string, string>();

  function phraseOf(account: TestAccount): string {
    return phrases.get(account.clientId) ?? renewPhrase(account);
  }

  function renewPhrase(account: TestAccount): string {
    const phrase = secrets.jwtPhrase();
    phrases.set(account.clientId, phrase);
    return phrase;
  }

  return {
    phraseOf,
    revokeAll: renewPhrase,

    issue(account, months) {
      const iat = Math.floor(nowMs() / 1000);
      const expiresAt = iat + months * tokenLifetimeSeconds;
      return new SignJWT({ clientId: account.clientId, JWTPhrase: phraseOf(account), iat, expiresAt, p: "vk" })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .sign(secret);
    },

    async owner(bearerToken) {
      const claims = await verifiedClaims(bearerToken, secret);
      if (!claims || claims.expiresAt * 1000 <= nowMs()) return undefined;
      const account = accountByClientId(claims.clientId);
      return account && claims.JWTPhrase === phraseOf(account) ? account : undefined;
    },
  };
}

async function verifiedClaims(
  bearerToken: string,
  secret: Uint8Array,
): Promise<v.InferOutput<typeof ClaimsSchema> | undefined> {
  try {
    const { payload } = await jwtVerify(bearerToken, secret, { algorithms: ["HS256"] });
    return v.parse(ClaimsSchema, payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
