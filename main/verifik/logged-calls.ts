import type { Failure } from "../../domain/failure.ts";
import type { VerifikApi } from "../../domain/ports.ts";
import type { Result } from "../../domain/result.ts";
import type { CallName } from "../log/event.ts";
import { log } from "../log/log.ts";
import { plainName } from "../log/plain-name.ts";
import type { ApiOutcome } from "../network/http-client.ts";
import type { Transport } from "../network/transport.ts";

/** The query is left out of the log. */
const callsByPath: Readonly<Record<string, CallName>> = {
  "v2/projects/phone-login": "request-otp",
  "v2/projects/phone-login/confirm": "confirm-otp",
  "v2/clients/me": "read-account",
  "v2/auth/session": "renew-token",
  "v2/auth/renew-and-revoke": "revoke-tokens",
};

/** Logs the status of each response, or the failure, and how long it took. */
export function logResponses(transport: Transport): Transport {
  async function logged(path: string, pending: Promise<ApiOutcome>): Promise<ApiOutcome> {
    const startedAtMs = performance.now();
    const outcome = await pending;
    const tookMs = Math.round(performance.now() - startedAtMs);
    const call = callsByPath[path.split("?", 1)[0] ?? ""];
    if (call && outcome.ok) log({ kind: "answer", call, status: outcome.value.status, tookMs });
    else if (call && !outcome.ok) log({ kind: "no-answer", call, failure: outcome.error.kind, tookMs });
    return outcome;
  }

  return {
    ...transport,
    postJson: (path, body) => logged(path, transport.postJson(path, body)),
    post: (path, token) => logged(path, transport.post(path, token)),
    get: (path, token) => logged(path, transport.get(path, token)),
  };
}

/** Logs the failure that each failed call returns. */
export function logFailures(api: VerifikApi): VerifikApi {
  async function logged<Value>(
    call: CallName,
    pending: Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const result = await pending;
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
    requestOtp: (phone) => logged("request-otp", api.requestOtp(phone)),
    confirmOtp: (phone, otp, authenticatorOtp) => logged("confirm-otp", api.confirmOtp(phone, otp, authenticatorOtp)),
    readAccount: (token) => logged("read-account", api.readAccount(token)),
    renewToken: (token, months) => logged("renew-token", api.renewToken(token, months)),
    revokeTokens: (token) => logged("revoke-tokens", api.revokeTokens(token)),
  };
}
