import { expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { KeptToken } from "../../../domain/ports.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import {
  confirmed,
  newSession,
  phoneNumber,
  secondFactorRequired,
  sent,
  type TestSession,
} from "../../fixtures/session-fakes.ts";

const failures: readonly [Failure, ...Failure[]] = [
  { kind: "otp-wrong" },
  { kind: "otp-expired" },
  { kind: "timed-out" },
  { kind: "cool-down", waitSeconds: 60 },
];

type Deed = () => void;

/** The possible next actions of person, Verifik and keyring. Most of them lead to a token. */
function nextDeed({ api, clock, session, vault }: TestSession, random: () => number): void {
  function oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(random() * items.length)] ?? items[0];
  }
  const likely = oneOf<Deed>([
    () => session.logins.start(),
    () => void session.logins.requestOtp(phoneNumber("3001234567", "CO"), false),
    () => void session.logins.confirmOtp("123456"),
    () => void session.logins.confirmAuthenticator("654321"),
    () => session.tokens.markReminders(["7-days"]),
    () => void session.renewToken(1),
    () => api.renewals.at(-1)?.answer(ok(new Secret(`renewed-${api.renewals.length}`))),
    () => clock.pass(60_000),
    () => vault.goOn(),
    () => api.otpRequests.at(-1)?.answer(sent),
    () => api.confirmations.at(-1)?.answer(confirmed(`token-${api.confirmations.length}`)),
  ]);
  const unlikely = oneOf<Deed>([
    () => session.logins.cancel(),
    () => session.logins.changeNumber(),
    () => session.logOut(),
    () => void session.logins.resendOtp(),
    () => api.otpRequests.at(-2)?.answer(sent),
    () => api.confirmations.at(-2)?.answer(confirmed("late")),
    () => api.otpRequests.at(-1)?.answer(err(oneOf(failures))),
    () => api.confirmations.at(-1)?.answer(err(oneOf(failures))),
    () => api.confirmations.at(-1)?.answer(secondFactorRequired),
    () => void session.revokeTokens(),
    () => api.revocations.at(-1)?.answer(ok(new Secret(`revoked-${api.revocations.length}`))),
    () => api.renewals.at(-1)?.answer(err({ kind: "token-rejected", status: 401 })),
  ]);
  (random() < 0.8 ? likely : unlikely)();
}

function content(token: KeptToken | undefined) {
  return token && [token.bearerToken.reveal(), token.obtainedAtMs, token.remindersDone];
}

test("after random actions in random order, vault and session hold the same token", async () => {
  const random = seededRandom(7);
  let kept = 0;
  for (let life = 0; life < 500; life += 1) {
    const test = newSession();
    test.vault.slow = true;
    for (let deed = 0; deed < 100; deed += 1) {
      nextDeed(test, random);
      // Usually lets the session process the action; otherwise two actions happen at once.
      if (random() < 0.8) await new Promise(setImmediate);
    }
    await test.vault.finish();
    const { token } = test.session.state;
    expect(content(test.vault.kept)).toEqual(content(token.kind === "kept" ? token.token : undefined));
    if (test.vault.kept) kept += 1;
  }
  // Both outcomes occurred.
  expect(kept).toBeGreaterThan(50);
  expect(kept).toBeLessThan(450);
});
