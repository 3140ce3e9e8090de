import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import type { Account, VerifikApi } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import type { ApiOutcome, ApiResponse } from "../network/http-client.ts";
import type { Transport } from "../network/transport.ts";
import { readFailure } from "./failures.ts";
import { accountSchema, tokenSchema } from "./responses.ts";

/** Sources: Verifik's pages "Renew your token JWT", "Create new token and revoke previous tokens" and the account's page. */
export function tokenCalls(
  { get, post }: Transport,
  nowMs: () => number,
): Pick<VerifikApi, "readAccount" | "renewToken" | "revokeTokens"> {
  function refusal({ status, body, retryAfter }: ApiResponse): Failure {
    const failure = readFailure(status, body, retryAfter, nowMs());
    // Verifik also rejects tokens with a 403 without a known text.
    if (status === 401 || (status === 403 && failure.kind === "request-refused")) {
      return { kind: "token-rejected", status };
    }
    // A failure of a login, such as a wrong code, makes no sense here.
    return isAboutLogin(failure) ? { kind: "request-refused", status, detail: undefined } : failure;
  }

  function newToken(outcome: ApiOutcome): Result<Secret, Failure> {
    if (!outcome.ok) return outcome;
    if (!outcome.value.ok) return err(refusal(outcome.value));
    const token = v.safeParse(tokenSchema, outcome.value.body);
    return token.success ? ok(new Secret(token.output)) : err({ kind: "response-unreadable" });
  }

  return {
    async readAccount(bearerToken): Promise<Result<Account, Failure>> {
      const outcome = await get("v2/clients/me", bearerToken);
      if (!outcome.ok) return outcome;
      if (!outcome.value.ok) return err(refusal(outcome.value));
      const account = v.safeParse(accountSchema, outcome.value.body);
      return account.success ? ok(account.output) : err({ kind: "response-unreadable" });
    },

    async renewToken(bearerToken, months): Promise<Result<Secret, Failure>> {
      const path = `v2/auth/session?origin=refresh&expiresIn=${months}`;
      const outcome = await get(path, bearerToken);
      // An older page documents this call as a POST.
      const wantsPost = outcome.ok && (outcome.value.status === 404 || outcome.value.status === 405);
      return newToken(wantsPost ? await post(path, bearerToken) : outcome);
    },

    async revokeTokens(bearerToken): Promise<Result<Secret, Failure>> {
      const outcome = await post("v2/auth/renew-and-revoke", bearerToken);
      const renewed = newToken(outcome);
      return renewed.ok || hadNoEffect(outcome) ? renewed : err({ kind: "revocation-unanswered" });
    },
  };
}

function isAboutLogin({ kind }: Failure): boolean {
  return !["request-refused", "server-unwell", "too-many-requests", "credits-exhausted"].includes(kind);
}

/** True if the tokens certainly remain valid: no connection was made, or the response is a refusal. */
function hadNoEffect(outcome: ApiOutcome): boolean {
  if (outcome.ok) return outcome.value.status >= 400 && outcome.value.status < 500;
  return outcome.error.kind === "unreachable" && outcome.error.reason !== "other";
}
