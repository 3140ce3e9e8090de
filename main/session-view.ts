import type { LoginView, Notice, SessionView, StoreProblem, TokenView } from "../preload/contract.ts";
import { defaultApiOrigin, defaultRegion } from "./config.ts";
import type { SystemLanguage } from "./desktop/language.ts";
import type { Failure } from "./domain/failure.ts";
import type { Login } from "./domain/login.ts";
import { hasPhoneNumbers, maskPhoneNumber } from "./domain/phone-number.ts";
import type { Clock } from "./domain/ports.ts";
import type { SessionState, TokenState } from "./domain/session-state.ts";
import { keptTokenView } from "./token-view.ts";

interface Surroundings extends SystemLanguage {
  readonly apiOrigin: string;
  readonly copied: { readonly clearsInMs: number } | undefined;
  readonly storeProblem: StoreProblem | undefined;
  readonly trayShown: boolean;
  readonly startsAtLogin: boolean | undefined;
  readonly menuFailure: Failure | undefined;
}

/** What tray and window show, made from the session's state; the token itself stays behind. */
export function sessionView(state: SessionState, clock: Clock, surroundings: Surroundings): SessionView {
  const { apiOrigin, copied, storeProblem, menuFailure, trayShown, startsAtLogin, language, locale, regionCode } =
    surroundings;
  const notices: Notice[] = [];
  if (copied) notices.push({ kind: "copied", ...copied });
  if (state.accepted) notices.push({ kind: "token-accepted" });
  if (state.loggedOut) notices.push({ kind: "logged-out", ...state.loggedOut });
  if (menuFailure) notices.push({ kind: "failed", failure: menuFailure });
  if (storeProblem) notices.push({ kind: "store-problem", problem: storeProblem });
  return {
    token: tokenView(state.token, clock.nowMs()),
    login: loginView(state.login, clock.monotonicMs()),
    trayShown,
    startsAtLogin,
    api: { origin: apiOrigin, isDefault: apiOrigin === defaultApiOrigin },
    language,
    locale,
    regionCode: hasPhoneNumbers(regionCode) ? regionCode : defaultRegion,
    notices,
  };
}

function tokenView(state: TokenState, nowMs: number): TokenView {
  if (state.kind === "absent") return { status: "absent" };
  if (state.kind === "unreadable") return { status: "unreadable", why: state.why };
  return keptTokenView(state.token, state.place, nowMs);
}

function loginView(login: Login, monotonicNowMs: number): LoginView {
  if (login.step === "idle" || login.step === "phone") return login;
  return {
    step: login.step,
    channel: login.channel,
    maskedPhone: maskPhoneNumber(login.phone),
    otpExpiresInMs: Math.max(0, login.otpExpiresAtMs - monotonicNowMs),
    resendInMs: Math.max(0, login.resendFromMs - monotonicNowMs),
  };
}
