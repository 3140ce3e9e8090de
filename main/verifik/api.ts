import type { VerifikApi } from "../../domain/ports.ts";
import type { Transport } from "../network/transport.ts";
import { logAnswers, logFailures } from "./logged-calls.ts";
import { loginCalls } from "./login-calls.ts";
import { tokenCalls } from "./token-calls.ts";

/** Verifik's calls, over this transport. */
export function createVerifikApi(transport: Transport, nowMs: () => number): VerifikApi {
  const logged = logAnswers(transport);
  return logFailures({ ...loginCalls(logged, nowMs), ...tokenCalls(logged, nowMs) });
}
