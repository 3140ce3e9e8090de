import { describe, expect, test } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { watchedCopy } from "../../../domain/session/copy-watch.ts";
import {
  answered,
  loggedInSession,
  logIn,
  newSession,
  stored,
  type TestSession,
} from "../../fixtures/session-fakes.ts";
import { FakeNotes } from "../../fixtures/storage-fakes.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Copies the present token, as the menu does. */
function copy({ session }: TestSession): void {
  const usable = session.tokens.usable();
  if (usable.ok) session.copies.noteCopy(usable.value.token);
}

async function renew(test: TestSession, bearerToken: string): Promise<void> {
  await answered(test.session.renewToken(1), test.api.renewals, ok(new Secret(bearerToken)));
}

/** A token was copied ten days ago, and renewed today. */
async function sessionWithOlderCopy(): Promise<TestSession> {
  const test = await loggedInSession("copied");
  copy(test);
  test.clock.pass(10 * dayMs);
  await renew(test, "newer");
  return test;
}

describe("a copied token", () => {
  test("is watched once a renewal has replaced it, with its own day and the day of copying", async () => {
    const test = await loggedInSession();
    const copiedAtMs = test.clock.nowMs();
    copy(test);
    expect(watchedCopy(test.session.state)).toBeUndefined();
    test.clock.pass(10 * dayMs);
    await renew(test, "newer");
    expect(watchedCopy(test.session.state)).toMatchObject({ copiedAtMs, expiresAtMs: copiedAtMs + 30 * dayMs });
  });

  test("is no longer watched when a newer one is copied", async () => {
    const test = await sessionWithOlderCopy();
    copy(test);
    expect(watchedCopy(test.session.state)).toBeUndefined();
    expect(test.session.state.copied?.copiedAtMs).toBe(test.clock.nowMs());
  });

  test("is remembered after a restart", async () => {
    const test = await sessionWithOlderCopy();
    const later = newSession(new FakeNotes(test.notes.stored));
    await later.session.load();
    expect(watchedCopy(later.session.state)).toEqual(test.session.state.copied);
  });

  test("counts as reminded of with the reminders of the present token, while it is the present one", async () => {
    const test = await loggedInSession();
    copy(test);
    test.session.tokens.markReminders(["7-days"]);
    test.clock.pass(24 * dayMs);
    await renew(test, "newer");
    expect(test.session.state.copied?.remindersDone).toEqual(["7-days"]);
    test.session.tokens.markReminders(["1-day"]);
    expect(test.session.state.copied?.remindersDone).toEqual(["7-days"]);
  });

  test("is not taken for an older one while the keyring has not given the stored token", async () => {
    const test = await loggedInSession();
    copy(test);
    const later = newSession(new FakeNotes(test.notes.stored));
    const { kept } = test.vault;
    let give = () => {};
    later.vault.load = () =>
      new Promise((resolve) => (give = () => resolve(kept ? { kind: "token", token: kept } : { kind: "absent" })));
    const loaded = later.session.load();
    expect(watchedCopy(later.session.state)).toBeUndefined();
    give();
    await loaded;
    expect(watchedCopy(later.session.state)).toBeUndefined();
    expect(later.session.state.copied).toEqual(test.session.state.copied);
  });

  test("is dismissed by the person, and the window says so", async () => {
    const test = await sessionWithOlderCopy();
    const copiedAtMs = test.session.state.copied?.copiedAtMs;
    test.session.copies.dismiss();
    expect(test.session.state).toMatchObject({ copied: undefined, news: { kind: "copy-dismissed", copiedAtMs } });
    expect(test.notes.stored).toEqual({ copied: undefined });
  });

  test("is kept in memory while the disk is full, and stored when there is room", async () => {
    const test = await loggedInSession();
    test.notes.room = false;
    copy(test);
    expect(test.session.state.copied).toBeDefined();
    expect(test.notes.stored?.copied).toBeUndefined();
    test.notes.room = true;
    test.session.copies.flush();
    expect(test.notes.stored?.copied).toEqual(test.session.state.copied);
  });
});

test("a revocation says that the copied token is dead, and ends its reminders", async () => {
  const test = await sessionWithOlderCopy();
  const copiedAtMs = test.session.state.copied?.copiedAtMs;
  await answered(test.session.revokeTokens(), test.api.revocations, ok(new Secret("revoked")));
  expect(test.session.state).toMatchObject({ copied: undefined, news: { kind: "tokens-revoked", copiedAtMs } });
});

test("a revocation without an answer keeps the reminders of the copied token", async () => {
  const test = await sessionWithOlderCopy();
  await answered(test.session.revokeTokens(), test.api.revocations, err({ kind: "revocation-unanswered" }));
  expect(test.session.state.copied).toBeDefined();
});

test("a revocation leaves the copied token of another number alone", async () => {
  const test = await loggedInSession();
  copy(test);
  await logIn(test, "3007654321", "of-another-number");
  await stored();
  await answered(test.session.revokeTokens(), test.api.revocations, ok(new Secret("revoked")));
  expect(test.session.state).toMatchObject({ copied: {}, news: { kind: "tokens-revoked", copiedAtMs: undefined } });
});

test("a log-out says until when an older copied token stays valid, and ends its reminders", async () => {
  const test = await sessionWithOlderCopy();
  const { copied } = test.session.state;
  test.session.logOut();
  expect(test.session.state).toMatchObject({
    copied: undefined,
    loggedOut: { copied: { copiedAtMs: copied?.copiedAtMs, expiresAtMs: copied?.expiresAtMs } },
  });
});

describe("a token that a version without notes has stored", () => {
  const token = {
    bearerToken: new Secret("stored"),
    obtainedAtMs: Date.UTC(2026, 10, 12),
    expiresAtMs: Date.UTC(2026, 11, 12),
    expiryEstimated: false,
    maskedPhone: "+57 ••••••••67",
    remindersDone: ["7-days" as const],
    rejected: false,
  };

  test("counts as copied when it was obtained", async () => {
    const test = newSession();
    test.vault.loads = { kind: "token", token };
    await test.session.load();
    expect(test.session.state.copied).toMatchObject({ copiedAtMs: token.obtainedAtMs, remindersDone: ["7-days"] });
  });

  test("counts as copied no more after this version has dismissed it", async () => {
    const first = newSession();
    first.vault.loads = { kind: "token", token };
    await first.session.load();
    first.session.copies.dismiss();
    const second = newSession(new FakeNotes(first.notes.stored));
    second.vault.loads = { kind: "token", token };
    await second.session.load();
    expect(second.session.state.copied).toBeUndefined();
  });
});

test("a token of a login in this version does not count as copied after a restart", async () => {
  const first = await loggedInSession();
  const second = newSession(new FakeNotes(first.notes.stored));
  const { kept } = first.vault;
  if (kept) second.vault.loads = { kind: "token", token: kept };
  await second.session.load();
  expect(second.session.state).toMatchObject({ token: { kind: "kept" }, copied: undefined });
});
