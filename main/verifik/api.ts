import type { VerifikApi } from "../../domain/ports.ts";
import type { Transport } from "../network/transport.ts";
import { logFailures, logResponses } from "./logged-calls.ts";
import { loginCalls } from "./login-calls.ts";
import { tokenCalls } from "./token-calls.ts";

/** Verifik's API over this transport, with its responses and failures in the log. */
export function createVerifikApi(transport: Transport, nowMs: () => number): VerifikApi {
  const logged = logResponses(transport);
  return logFailures({ ...loginCalls(logged, nowMs), ...tokenCalls(logged, nowMs) });
}
