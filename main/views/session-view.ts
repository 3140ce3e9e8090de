import type { Failure } from "../../domain/failure.ts";
import { hasPhoneNumbers, maskPhoneNumber } from "../../domain/phone/phone-number.ts";
import type { Clock } from "../../domain/ports.ts";
import type { SessionState, TokenState } from "../../domain/session/session-state.ts";
import type { Settings } from "../../domain/settings.ts";
import type {
  LoginView,
  Notice,
  Route,
  SessionView,
  StoreProblem,
  TokenView,
  UpdateView,
} from "../../preload/contract.ts";
import { defaultApiOrigin, defaultRegion } from "../config.ts";
import { isTestBuild } from "../startup/build-kind.ts";
import { labelCase, type ShownLanguage } from "../system/language.ts";
import { keptTokenView } from "./token-view.ts";

interface ViewInputs {
  readonly language: ShownLanguage;
  readonly settings: Settings;
  readonly place: Route;
  readonly apiOrigin: string;
  readonly copied: { readonly clearsInMs: number | undefined } | undefined;
  readonly storeProblem: StoreProblem | undefined;
  readonly settingsDamaged: boolean;
  readonly trayShown: boolean;
  readonly startsAtLogin: boolean | undefined;
  readonly menuFailure: Failure | undefined;
  readonly update: UpdateView;
}

/** What tray and window show, made from the session's state; the token itself stays behind. */
export function sessionView(state: SessionState, clock: Clock, surroundings: ViewInputs): SessionView {
  const { apiOrigin, language, settings, place, trayShown, startsAtLogin } = surroundings;
  const regionCode = settings.lastRegionCode ?? language.regionCode;
  return {
    place,
    token: tokenView(state.token, clock.nowMs()),
    login: loginView(state, clock.monotonicMs()),
    account: state.account,
    settings,
    trayShown,
    startsAtLogin,
    update: surroundings.update,
    api: { origin: apiOrigin, isDefault: apiOrigin === defaultApiOrigin },
    isTestBuild,
    language: language.language,
    locale: language.locale,
    labelCase,
    regionCode: hasPhoneNumbers(regionCode) ? regionCode : defaultRegion,
    notices: notices(state, surroundings),
  };
}

function notices(state: SessionState, surroundings: ViewInputs): Notice[] {
  const { copied, menuFailure, storeProblem, settingsDamaged } = surroundings;
  const notices: (Notice | undefined)[] = [
    copied && { kind: "copied", ...copied },
    state.news,
    state.loggedOut && { kind: "logged-out", ...state.loggedOut },
    menuFailure && { kind: "failed", failure: menuFailure },
    storeProblem && { kind: "store-problem", problem: storeProblem },
    settingsDamaged ? { kind: "settings-damaged" } : undefined,
  ];
  return notices.filter((notice) => notice !== undefined);
}

/** Of the token alone, as tray and window show it. */
export function tokenView(state: TokenState, nowMs: number): TokenView {
  if (state.kind === "absent") return { status: "absent" };
  if (state.kind === "unreadable") return { status: "unreadable", why: state.why };
  return keptTokenView(state.token, state.place, nowMs);
}

function loginView({ login, rememberedNumber }: SessionState, monotonicNowMs: number): LoginView {
  if (login.step === "idle") return login;
  if (login.step === "phone") {
    return { step: "phone", rememberedNumber: rememberedNumber && maskPhoneNumber(rememberedNumber) };
  }
  return {
    step: login.step,
    enrolling: login.secondFactor?.enrolment !== undefined,
    channel: login.channel,
    maskedPhone: maskPhoneNumber(login.phone),
    otpExpiresInMs: Math.max(0, login.otpExpiresAtMs - monotonicNowMs),
    resendInMs: Math.max(0, login.resendFromMs - monotonicNowMs),
  };
}
