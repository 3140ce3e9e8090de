import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../../domain/settings.ts";
import type { LoginView, Notice, Route, SessionView, TokenView } from "../../../preload/contract.ts";
import { nextWindowState, noticesOn, screenOf } from "../../../renderer/state/window-state.ts";

const absent: TokenView = { status: "absent" };
const valid: TokenView = {
  status: "valid",
  remainingMs: 86_400_000,
  obtainedAtMs: 0,
  expiresAtMs: 1_800_000_000_000,
  rejected: false,
  expiryEstimated: false,
  maskedPhone: "+57 ••••••••67",
  storage: "keyring",
};
const unreadable: TokenView = { status: "unreadable", why: { reason: "no-keyring" } };
const idle: LoginView = { step: "idle" };
const phone: LoginView = { step: "phone", rememberedNumber: undefined };
const pending = {
  enrolling: false,
  channel: "sms",
  maskedPhone: "+57 ••••••••67",
  otpExpiresInMs: 600_000,
  resendInMs: 120_000,
  otpLifetimeMs: 600_000,
} as const;
const otp: LoginView = { step: "otp", ...pending };
const authenticator: LoginView = { step: "authenticator", ...pending };

function view(token: TokenView, login: LoginView, route: Route = "token"): SessionView {
  return {
    route,
    token,
    copy: undefined,
    automaticRenewal: {
      isOn: false,
      nextAtMs: undefined,
      problem: undefined,
      isOffered: false,
      renewedAtMs: undefined,
    },
    login,
    account: undefined,
    settings: defaultSettings,
    missingTray: undefined,
    startsAtLogin: false,
    commandLine: { state: "off", uses: undefined },
    update: { isOn: true, asks: "api.github.com", version: "1.2.2", newer: undefined, isHidden: false },
    api: { origin: "https://api.verifik.co", isDefault: true },
    isTestBuild: false,
    language: "en",
    locale: "en",
    labelCase: "sentence",
    regionCode: "CO",
    notices: [],
  };
}

function justLoggedInAfter(...views: readonly SessionView[]): boolean | undefined {
  let state: ReturnType<typeof nextWindowState> | undefined;
  for (const next of views) state = nextWindowState(state, next, 0);
  return state?.justLoggedIn;
}

describe("screenOf", () => {
  it.each([
    [absent, phone, "token", "phone"],
    [absent, idle, "token", "phone"],
    [valid, idle, "token", "token"],
    [unreadable, idle, "token", "token"],
    [valid, phone, "token", "phone"],
    [absent, otp, "token", "code"],
    [valid, authenticator, "token", "code"],
    [absent, idle, "settings", "settings"],
    [valid, idle, "settings", "settings"],
    [absent, otp, "settings", "settings"],
    [valid, idle, "revoke", "revoke"],
    [valid, otp, "revoke", "revoke"],
    [valid, phone, "revoke", "revoke"],
    [absent, idle, "revoke", "phone"],
  ] as const)("with token %j, login %j and route “%s” shows %s", (token, login, route, screen) => {
    expect(screenOf(view(token, login, route))).toBe(screen);
  });
});

describe("nextWindowState", () => {
  it("recognises a finished login", () => {
    expect(justLoggedInAfter(view(absent, otp), view(valid, idle))).toBe(true);
    expect(justLoggedInAfter(view(absent, otp), view(absent, authenticator), view(valid, idle))).toBe(true);
    expect(justLoggedInAfter(view(absent, otp), view(absent, otp, "settings"), view(valid, idle))).toBe(true);
  });

  it("keeps it while only the token's time changes", () => {
    expect(justLoggedInAfter(view(absent, otp), view(valid, idle), view({ ...valid, remainingMs: 1 }, idle))).toBe(
      true,
    );
  });

  it("does not mistake an earlier token for a login", () => {
    expect(justLoggedInAfter(view(valid, idle))).toBe(false);
    expect(justLoggedInAfter(view(valid, phone), view(valid, idle))).toBe(false);
  });

  it("forgets it with the next login, an unusable token, or another route", () => {
    expect(justLoggedInAfter(view(absent, otp), view(valid, idle), view(valid, phone), view(valid, idle))).toBe(false);
    const expired = { ...valid, status: "expired", remainingMs: 0 } as const;
    expect(justLoggedInAfter(view(absent, otp), view(valid, idle), view(expired, idle))).toBe(false);
    expect(justLoggedInAfter(view(absent, otp), view(valid, idle), view({ ...valid, rejected: true }, idle))).toBe(
      false,
    );
    expect(
      justLoggedInAfter(view(absent, otp), view(valid, idle), view(valid, idle, "settings"), view(valid, idle)),
    ).toBe(false);
  });

  it("is not set when the code screen ends without a token", () => {
    expect(justLoggedInAfter(view(absent, otp), view(absent, idle))).toBe(false);
  });
});

describe("main's failures", () => {
  const failed: Notice = { kind: "failed", failure: { kind: "no-token" } };
  const other: Notice = { kind: "failed", failure: { kind: "settings-not-stored" } };

  it("are counted once each, however many views repeat them", () => {
    let state: ReturnType<typeof nextWindowState> | undefined;
    const counts = [[], [failed], [{ ...failed }], [other], [], [failed]].map((notices) => {
      state = nextWindowState(state, { ...view(valid, idle), notices }, 0);
      return state.mainFailureCount;
    });
    expect(counts).toEqual([0, 1, 1, 2, 2, 3]);
  });
});

describe("noticesOn", () => {
  const wrong: Notice[] = [
    { kind: "failed", failure: { kind: "no-token" } },
    { kind: "store-problem", problem: "damaged" },
    { kind: "settings-damaged" },
  ];
  const news: Notice[] = [
    { kind: "copied", clearsAfterMs: undefined, clearsInMs: undefined },
    { kind: "token-accepted" },
  ];

  it("shows only problems in settings", () => {
    expect(noticesOn("settings", [...news, ...wrong])).toEqual(wrong);
    for (const screen of ["phone", "code", "token"] as const) {
      expect(noticesOn(screen, [...news, ...wrong])).toEqual([...news, ...wrong]);
    }
  });
});
