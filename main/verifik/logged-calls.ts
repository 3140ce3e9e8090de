import type { Failure } from "../../domain/failure.ts";
import type { VerifikApi } from "../../domain/ports.ts";
import type { Result } from "../../domain/result.ts";
import type { CallName } from "../log/event.ts";
import { log } from "../log/log.ts";
import { plainName } from "../log/plain-name.ts";
import type { ApiResponse, Transport } from "../network/transport.ts";

/** Without the query: it has nothing that is worth noting. */
const callsByPath: Readonly<Record<string, CallName>> = {
  "v2/projects/phone-login": "request-otp",
  "v2/projects/phone-login/confirm": "confirm-otp",
  "v2/clients/me": "read-account",
  "v2/auth/session": "renew-token",
  "v2/auth/renew-and-revoke": "revoke-tokens",
};

/** Notes the status of each answer, or why there was none, and how long it took. */
export function logAnswers(transport: Transport): Transport {
  async function noted(
    path: string,
    answering: Promise<Result<ApiResponse, Failure>>,
  ): Promise<Result<ApiResponse, Failure>> {
    const beganAtMs = performance.now();
    const answer = await answering;
    const tookMs = Math.round(performance.now() - beganAtMs);
    const call = callsByPath[path.split("?", 1)[0] ?? ""];
    if (call && answer.ok) log({ kind: "answer", call, status: answer.value.status, tookMs });
    else if (call && !answer.ok) log({ kind: "no-answer", call, failure: answer.error.kind, tookMs });
    return answer;
  }

  return {
    ...transport,
    postJson: (path, body) => noted(path, transport.postJson(path, body)),
    post: (path, token) => noted(path, transport.post(path, token)),
    get: (path, token) => noted(path, transport.get(path, token)),
  };
}

/** Notes what each failure means. */
export function logFailures(api: VerifikApi): VerifikApi {
  async function noted<Value>(
    call: CallName,
    calling: Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const result = await calling;
    if (!result.ok) {
      const { error: failure } = result;
      log({
        kind: "call-failed",
        call,
        failure: failure.kind,
        ...("reason" in failure && { reason: plainName(failure.reason) }),
      });
    }
    return result;
  }

  return {
    requestOtp: (phone) => noted("request-otp", api.requestOtp(phone)),
    confirmOtp: (phone, otp, authenticatorOtp) => noted("confirm-otp", api.confirmOtp(phone, otp, authenticatorOtp)),
    readAccount: (token) => noted("read-account", api.readAccount(token)),
    renewToken: (token, months) => noted("renew-token", api.renewToken(token, months)),
    revokeTokens: (token) => noted("revoke-tokens", api.revokeTokens(token)),
  };
}
