import "../../../integration/storage/electron-store-in-node.ts";
import type { VerifikApi } from "../../../../domain/ports.ts";
import { ok } from "../../../../domain/result.ts";
import { Secret } from "../../../../domain/secret.ts";
import { Session } from "../../../../domain/session/session.ts";
import { createNumberMemory } from "../../../../main/storage/number-memory.ts";
import { SettingsStore } from "../../../../main/storage/settings-store.ts";
import { createTokenNotes, NotesStore } from "../../../../main/storage/token-notes.ts";
import { TokenStore } from "../../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../../main/storage/token-vault.ts";
import type { FakeKeyring } from "../../../fixtures/fake-keyring.ts";
import { jwtWith } from "../../../fixtures/jwt.ts";
import { account, FakeClock, phoneNumber, sent } from "../../../fixtures/session-fakes.ts";

const apiOrigin = "https://api.example";

/** Starts everything behind the window on a folder, with the product's own session, vault, number memory and settings. */
export function start(folder: string, keyring: FakeKeyring) {
  const clock = new FakeClock();
  const store = new TokenStore(folder, clock.nowMs());
  const settings = new SettingsStore(folder, clock.nowMs());
  const session = new Session(
    new WillingApi(clock),
    createTokenVault(store, keyring, apiOrigin),
    createNumberMemory(store, keyring, apiOrigin),
    createTokenNotes(new NotesStore(folder, clock.nowMs()), apiOrigin),
    clock,
  );
  return { clock, store, settings, session };
}

export type Started = ReturnType<typeof start>;

/** Waits until everything has happened that keyring and clock allow. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
}

export async function logIn({ session }: Started): Promise<void> {
  session.logins.start();
  void session.logins.requestOtp(phoneNumber("300 123 4567", "CO"), true);
  await settle();
  void session.logins.confirmOtp("123456");
  await settle();
}

/** Everything that a person can do while the store or the keyring fails, by name. */
export const operations: Readonly<Record<string, (started: Started) => unknown>> = {
  "nothing more": () => {},
  "log in": logIn,
  renew: ({ session }) => session.renewToken(1),
  revoke: ({ session }) => session.revokeTokens(),
  check: ({ session }) => session.checkToken(),
  "change the settings": ({ settings }) => settings.change({ variableName: "ANOTHER" }),
  "forget the number": ({ session }) => session.logins.forgetNumber(),
  "note a reminder": ({ session }) => session.tokens.markReminders(["7-days"]),
  "let a minute pass": ({ clock }) => clock.pass(61_000),
  quit: ({ session }) => session.finish(),
};

/** Counts the tokens of all starts, so that no two are equal. */
let issued = 0;

/** Grants every request. */
class WillingApi implements VerifikApi {
  constructor(private readonly clock: FakeClock) {}

  async requestOtp() {
    return sent;
  }

  async confirmOtp() {
    return ok({ kind: "token" as const, bearerToken: this.#token() });
  }

  async readAccount() {
    return ok(account);
  }

  async renewToken() {
    return ok(this.#token());
  }

  async revokeTokens() {
    return ok(this.#token());
  }

  #token(): Secret {
    issued += 1;
    const expiresAt = Math.floor(this.clock.nowMs() / 1000) + 30 * 86_400 + issued;
    return new Secret(jwtWith({ expiresAt }));
  }
}
