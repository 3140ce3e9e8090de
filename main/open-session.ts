import type { ProxyConfig } from "electron";
import { answerLimitBytes, callTimeoutMs } from "./config.ts";
import type { Clock } from "./domain/ports.ts";
import { Session } from "./domain/session.ts";
import { createFetchOnce } from "./fetch-once.ts";
import type { Keyring } from "./storage/keyring.ts";
import { createNumberMemory } from "./storage/number-memory.ts";
import type { TokenStore } from "./storage/token-store.ts";
import { createTokenVault } from "./storage/token-vault.ts";
import { createVerifikApi } from "./verifik/api.ts";
import { createTransport } from "./verifik/transport.ts";

/** The session with one API: its calls over the network, its token and number in the store. */
export function openSession(
  apiOrigin: string,
  proxy: ProxyConfig | undefined,
  store: TokenStore,
  keyring: Keyring,
  clock: Clock,
): Session {
  const transport = createTransport({
    origin: apiOrigin,
    fetch: createFetchOnce(proxy),
    timeoutMs: callTimeoutMs,
    answerLimitBytes,
  });
  return new Session(
    createVerifikApi(transport, clock.nowMs),
    createTokenVault(store, keyring, apiOrigin),
    createNumberMemory(store, keyring, apiOrigin),
    clock,
  );
}
