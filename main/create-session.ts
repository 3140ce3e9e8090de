import type { ProxyConfig } from "electron";
import type { Clock } from "../domain/ports.ts";
import { Session } from "../domain/session/session.ts";
import { callTimeoutMs, responseLimitBytes } from "./config.ts";
import { createTransportWithoutRetry } from "./network/post-without-retry.ts";
import type { Keyring } from "./storage/keyring.ts";
import { createNumberMemory } from "./storage/number-memory.ts";
import { createTokenNotes, type NotesStore } from "./storage/token-notes.ts";
import type { TokenStore } from "./storage/token-store.ts";
import { createTokenVault } from "./storage/token-vault.ts";
import { createVerifikApi } from "./verifik/api.ts";

/** Creates the session with one API: its network calls, and its token and phone number in the store, and the notes beside them. */
export function createSession(
  apiOrigin: string,
  proxy: ProxyConfig | undefined,
  store: TokenStore,
  notes: NotesStore,
  keyring: Keyring,
  clock: Clock,
): Session {
  const transport = createTransportWithoutRetry(proxy, {
    origin: apiOrigin,
    timeoutMs: callTimeoutMs,
    responseLimitBytes,
  });
  return new Session(
    createVerifikApi(transport, clock.nowMs),
    createTokenVault(store, keyring, apiOrigin),
    createNumberMemory(store, keyring, apiOrigin),
    createTokenNotes(notes, apiOrigin),
    clock,
  );
}
