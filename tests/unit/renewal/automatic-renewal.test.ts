import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { TokenStorage } from "../../../domain/ports.ts";
import { AutomaticRenewal } from "../../../domain/renewal/automatic-renewal.ts";
import type { RenewalProblem } from "../../../domain/renewal/renewal-plan.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { Session } from "../../../domain/session/session.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import { automaticRenewalView } from "../../../main/views/renewal-view.ts";
import { answered, logIn, stored, tokenOf } from "../../fixtures/session-fakes.ts";
import { FakeNotes, FakeNumbers } from "../../fixtures/storage-fakes.ts";
import { dueRenewal, FakeSettings, renewingSession } from "./renewing-session.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const renewed = ok(new Secret("renewed"));
const rejected = err<Failure>({ kind: "token-rejected", status: 401 });

describe("a due token", () => {
  test("is renewed for one month; messages stay and no login starts", async () => {
    const test = await dueRenewal();
    const { api, clock, session, renewal } = test;
    const { token } = session.state;
    if (token.kind === "kept") session.copies.noteCopy(token.token);
    session.copies.dismiss();
    const { news } = session.state;
    expect(await answered(renewal.settle("on-time"), api.renewals, renewed)).toEqual({
      outcome: "renewed",
      tries: 1,
      minted: 1,
    });
    expect(api.renewals).toMatchObject([{ bearerToken: "token-1", months: 1 }]);
    expect(tokenOf(test)).toBe("renewed");
    expect(session.state).toMatchObject({ news, login: { step: "idle" } });
    expect(renewal.renewedAtMs).toBe(clock.nowMs());
  });

  test("is not renewed a moment sooner, nor while that is off", async () => {
    const { api, clock, renewal, settings, untilDueMs } = await renewingSession();
    expect(renewal.nextInMs()).toBe(untilDueMs);
    clock.pass(untilDueMs - 1);
    await renewal.settle("on-time");
    settings.choose("off");
    clock.pass(dayMs);
    expect(renewal.nextInMs()).toBeUndefined();
    await renewal.settle("on-time");
    expect(api.renewals).toEqual([]);
  });

  test("waits for 60 to 120 seconds after a wake-up, the start and the switching on", async () => {
    const { clock, renewal, session, settings } = await dueRenewal();
    await renewal.settle("woke");
    expect(renewal.nextInMs()).toBe(90_000);
    clock.pass(80_000);
    settings.choose("off");
    settings.choose("on");
    expect(renewal.nextInMs()).toBe(90_000);
    const pauses = [0, 1].map((chance) => new AutomaticRenewal(session, settings, clock, () => chance).nextInMs());
    expect(pauses).toEqual([60_000, 120_000]);
  });

  test("is renewed although the timer is always late, because lateness extends no pause", async () => {
    const { api, clock, renewal } = await dueRenewal();
    clock.pass(hourMs);
    await renewal.settle("off-time");
    clock.pass(90_000 + 40_000);
    void renewal.settle("off-time");
    expect(api.renewals).toHaveLength(1);
  });

  test("is paused from the moment when it is loaded, because a keyring may ask for its password", async () => {
    const { api, clock, vault } = await dueRenewal();
    if (vault.kept) vault.loads = { kind: "token", token: vault.kept };
    const session = new Session(api, vault, new FakeNumbers(), new FakeNotes(), clock);
    const renewal = new AutomaticRenewal(session, new FakeSettings(), clock, () => 0.5);
    clock.pass(3 * 60_000);
    await session.load();
    expect(renewal.nextInMs()).toBe(90_000);
    expect(renewal.silencesReminders()).toBe(true);
  });

  test("silences reminders for two hours at most, however often the computer wakes up", async () => {
    const { clock, renewal } = await dueRenewal();
    for (let minutes = 0; minutes < 120; minutes += 1) {
      await renewal.settle("woke");
      expect(renewal.silencesReminders()).toBe(true);
      clock.pass(60_000);
    }
    await renewal.settle("woke");
    expect(renewal.silencesReminders()).toBe(false);
  });

  test("silences reminders no longer when its call does not end", async () => {
    const { clock, renewal } = await dueRenewal();
    void renewal.settle("on-time");
    clock.pass(2 * hourMs);
    expect(renewal.silencesReminders()).toBe(false);
  });

  test("silences no reminder once it has expired during the call", async () => {
    const { clock, renewal, session } = await dueRenewal();
    const { token } = session.state;
    clock.pass((token.kind === "kept" ? token.token.expiresAtMs : 0) - clock.nowMs() - 1_000);
    void renewal.settle("on-time");
    expect(renewal.silencesReminders()).toBe(true);
    clock.pass(1_000);
    expect(renewal.silencesReminders()).toBe(false);
  });

  test("waits for a login, whose first step counts, and says so", async () => {
    const { api, clock, renewal, session, settings } = await dueRenewal();
    session.logins.start();
    await renewal.settle("on-time");
    expect(renewal.plan().problem).toEqual({ kind: "login-under-way" });
    expect(automaticRenewalView(renewal, session.state, settings.settings, clock.nowMs()).nextAtMs).toBeUndefined();
    expect(renewal.silencesReminders()).toBe(false);
    session.logins.cancel();
    expect(renewal.nextInMs()).toBe(0);
    void renewal.settle("on-time");
    expect(api.renewals).toHaveLength(1);
  });

  test.each(["renewToken", "revokeTokens"] as const)("waits for %s by hand", async (operation) => {
    const { api, renewal, session } = await dueRenewal();
    void session[operation](1);
    await renewal.settle("on-time");
    expect(api.renewals.length + api.revocations.length).toBe(1);
    expect(renewal.nextInMs()).toBeUndefined();
  });

  test("is not renewed if it is rejected or in memory only", async () => {
    const { api, clock, renewal, session, vault } = await dueRenewal();
    await answered(session.checkToken(), api.checks, rejected);
    await renewal.settle("on-time");
    expect(renewal.plan()).toEqual({ nextAtMs: undefined, problem: undefined });
    vault.storage = "memory-without-keyring";
    await logIn({ api, session }, "3107654321", "in-memory");
    await stored();
    clock.pass(25 * dayMs);
    await renewal.settle("on-time");
    expect(renewal.plan()).toEqual({ nextAtMs: undefined, problem: { kind: "needs-keyring" } });
    expect(api.renewals).toEqual([]);
  });
});

describe("a token that is not stored", () => {
  test.each<[TokenStorage, RenewalProblem | undefined]>([
    ["being-stored", undefined],
    ["memory-without-keyring", { kind: "needs-keyring" }],
    ["memory-after-write-failure", { kind: "needs-disk" }],
  ])("is not renewed: %s", async (storage, problem) => {
    const { api, clock, renewal, session, vault } = await renewingSession();
    vault.slow = storage === "being-stored";
    if (storage !== "being-stored") vault.storage = storage;
    await logIn({ api, session }, "3107654321", "not-stored");
    await stored();
    expect(session.state.token).toMatchObject({ storage });
    clock.pass(25 * dayMs);
    expect(renewal.nextInMs()).toBeUndefined();
    expect(renewal.plan().problem).toEqual(problem);
    await renewal.settle("on-time");
    expect(api.renewals).toEqual([]);
  });
});

test.each([
  ["keyring", true],
  ["memory-without-keyring", false],
] as const)(
  "after a renewal by hand with the token in %s, automatic renewal is offered: %s",
  async (storage, isOffered) => {
    const { api, clock, renewal, session, vault } = await renewingSession();
    vault.storage = storage;
    await logIn({ api, session }, "3001234567", "token-2");
    await stored();
    await answered(session.renewToken(1), api.renewals, renewed);
    expect(automaticRenewalView(renewal, session.state, defaultSettings, clock.nowMs()).isOffered).toBe(isOffered);
  },
);

describe("the note before the call", () => {
  test("counts a lost answer as a token, so that a restart asks no more often", async () => {
    const { clock, notes, renewal, session } = await dueRenewal();
    const nowMs = clock.nowMs();
    void renewal.settle("on-time");
    expect(notes.stored?.renewal).toMatchObject({ tries: 1, minted: 1, triedAtMs: nowMs, nextAtMs: nowMs + dayMs });
    expect(session.state.renewal).toEqual(notes.stored?.renewal);
    expect(renewal.plan().problem).toBeUndefined();
  });

  test("is a condition: where the disk refuses it, nothing is asked and nothing is counted", async () => {
    const { api, clock, notes, renewal } = await dueRenewal();
    notes.room = false;
    await renewal.settle("on-time");
    expect(api.renewals).toEqual([]);
    expect(renewal.plan().problem).toEqual({ kind: "needs-disk" });
    expect(renewal.silencesReminders()).toBe(false);
    expect(renewal.nextInMs()).toBeUndefined();
    expect(notes.load()?.renewal).toBeUndefined();
    notes.room = true;
    clock.pass(hourMs);
    void renewal.settle("on-time");
    expect(api.renewals).toHaveLength(1);
  });
});
