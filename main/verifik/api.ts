import type { VerifikApi } from "../domain/ports.ts";
import { loginCalls } from "./login-calls.ts";
import { tokenCalls } from "./token-calls.ts";
import type { Transport } from "./transport.ts";

/** Verifik's calls, over this transport. */
export function createVerifikApi(transport: Transport, nowMs: () => number): VerifikApi {
  return { ...loginCalls(transport, nowMs), ...tokenCalls(transport, nowMs) };
}
