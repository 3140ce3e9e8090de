import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import type { Account, VerifikApi } from "../../domain/ports.ts";
import { failed, type Result, success } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import type { Answer, Transport } from "../network/transport.ts";
import { readFailure } from "./failures.ts";
import { accountSchema, tokenSchema } from "./responses.ts";

type Called = Result<Answer, Failure>;

/** The calls made with a token: pages "Renew your token JWT", "Create new token and revoke previous tokens" and the account's. */
export function tokenCalls(
  { get, post }: Transport,
  nowMs: () => number,
): Pick<VerifikApi, "readAccount" | "renewToken" | "revokeTokens"> {
  function refusal({ status, body, retryAfter }: Answer): Failure {
    const failure = readFailure(status, body, retryAfter, nowMs());
    // With a token a 403 of which nothing else is known means the token.
    if (status === 401 || (status === 403 && failure.kind === "request-refused")) return { kind: "token-rejected" };
    // The words for a login make no sense here.
    return isAboutLogin(failure) ? { kind: "request-refused", status, detail: undefined } : failure;
  }

  function newToken(called: Called): Result<Secret, Failure> {
    if (!called.ok) return called;
    if (!called.value.ok) return failed(refusal(called.value));
    const token = v.safeParse(tokenSchema, called.value.body);
    return token.success ? success(new Secret(token.output)) : failed({ kind: "response-unreadable" });
  }

  return {
    async readAccount(bearerToken): Promise<Result<Account, Failure>> {
      const called = await get("v2/clients/me", bearerToken);
      if (!called.ok) return called;
      if (!called.value.ok) return failed(refusal(called.value));
      const account = v.safeParse(accountSchema, called.value.body);
      return account.success ? success(account.output) : failed({ kind: "response-unreadable" });
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
      return renewed.ok || hadNoEffect(called) ? renewed : failed({ kind: "revocation-unanswered" });
    },
  };
}

function isAboutLogin({ kind }: Failure): boolean {
  return !["request-refused", "server-unwell", "too-many-requests", "credits-exhausted"].includes(kind);
}

/** Whether it is certain: no connection was made, or the answer is a refusal. */
function hadNoEffect(called: Called): boolean {
  if (called.ok) return called.value.status >= 400 && called.value.status < 500;
  return called.failure.kind === "unreachable" && called.failure.reason !== "other";
}
