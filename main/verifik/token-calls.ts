import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import type { Account, VerifikApi } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import type { ApiResponse, Transport } from "../network/transport.ts";
import { readFailure } from "./failures.ts";
import { accountSchema, tokenSchema } from "./responses.ts";

type ApiOutcome = Result<ApiResponse, Failure>;

/** The calls made with a token: pages "Renew your token JWT", "Create new token and revoke previous tokens" and the account's. */
export function tokenCalls(
  { get, post }: Transport,
  nowMs: () => number,
): Pick<VerifikApi, "readAccount" | "renewToken" | "revokeTokens"> {
  function refusal({ status, body, retryAfter }: ApiResponse): Failure {
    const failure = readFailure(status, body, retryAfter, nowMs());
    // With a token a 403 of which nothing else is known means the token.
    if (status === 401 || (status === 403 && failure.kind === "request-refused")) return { kind: "token-rejected" };
    // The words for a login make no sense here.
    return isAboutLogin(failure) ? { kind: "request-refused", status, detail: undefined } : failure;
  }

  function newToken(called: ApiOutcome): Result<Secret, Failure> {
    if (!called.ok) return called;
    if (!called.value.ok) return err(refusal(called.value));
    const token = v.safeParse(tokenSchema, called.value.body);
    return token.success ? ok(new Secret(token.output)) : err({ kind: "response-unreadable" });
  }

  return {
    async readAccount(bearerToken): Promise<Result<Account, Failure>> {
      const called = await get("v2/clients/me", bearerToken);
      if (!called.ok) return called;
      if (!called.value.ok) return err(refusal(called.value));
      const account = v.safeParse(accountSchema, called.value.body);
      return account.success ? ok(account.output) : err({ kind: "response-unreadable" });
    },

    async renewToken(bearerToken, months): Promise<Result<Secret, Failure>> {
      const path = `v2/auth/session?origin=refresh&expiresIn=${months}`;
      const called = await get(path, bearerToken);
      // An older page has this call as a POST.
      const isNoGet = called.ok && (called.value.status === 404 || called.value.status === 405);
      return newToken(isNoGet ? await post(path, bearerToken) : called);
    },

    async revokeTokens(bearerToken): Promise<Result<Secret, Failure>> {
      const called = await post("v2/auth/renew-and-revoke", bearerToken);
      const renewed = newToken(called);
      return renewed.ok || hadNoEffect(called) ? renewed : err({ kind: "revocation-unanswered" });
    },
  };
}

function isAboutLogin({ kind }: Failure): boolean {
  return !["request-refused", "server-unwell", "too-many-requests", "credits-exhausted"].includes(kind);
}

/** Whether it is certain: no connection was made, or the answer is a refusal. */
function hadNoEffect(called: ApiOutcome): boolean {
  if (called.ok) return called.value.status >= 400 && called.value.status < 500;
  return called.error.kind === "unreachable" && called.error.reason !== "other";
}
