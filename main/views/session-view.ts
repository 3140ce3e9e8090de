import { maskPhoneNumber } from "../../domain/phone/phone-number.ts";
import type { Clock } from "../../domain/ports.ts";
import type { AutomaticRenewal } from "../../domain/renewal/automatic-renewal.ts";
import type { SessionState, TokenState } from "../../domain/session/session-state.ts";
import type { Settings } from "../../domain/settings.ts";
import type {
  AccountView,
  CommandLineView,
  Copied,
  CopyView,
  LoginView,
  MissingTray,
  Notice,
  Route,
  SessionView,
  StoreProblem,
  TokenView,
  UpdateView,
} from "../../preload/contract.ts";
import { defaultApiOrigin } from "../config.ts";
import { isTestBuild } from "../startup/build-kind.ts";
import { labelCase, type ShownLanguage } from "../system/language.ts";
import { copyView } from "./copy-view.ts";
import { automaticRenewalView } from "./renewal-view.ts";
import { keptTokenView } from "./token-view.ts";

/** The inputs of the window's view beside the session's state. */
export interface ViewInputs {
  readonly language: ShownLanguage;
  readonly settings: Settings;
  readonly renewal: Pick<AutomaticRenewal, "isOn" | "plan" | "renewedAtMs">;
  readonly route: Route;
  readonly apiOrigin: string;
  readonly copied: Omit<Copied, "kind"> | undefined;
  readonly storeProblem: StoreProblem | undefined;
  readonly settingsDamaged: boolean;
  readonly missingTray: MissingTray | undefined;
  readonly startsAtLogin: boolean | undefined;
  readonly menuFailure: Extract<Notice, { kind: "failed" }> | undefined;
  readonly update: UpdateView;
  readonly commandLine: CommandLineView;
}

/** The window's view of the session's state. It never contains the token itself. */
export function sessionView(state: SessionState, clock: Clock, inputs: ViewInputs): SessionView {
  const { apiOrigin, language, settings, route, missingTray, startsAtLogin, update, commandLine } = inputs;
  const regionCode = settings.lastRegionCode ?? language.regionCode;
  return {
    route,
    token: tokenView(state.token, clock.nowMs()),
    copy: shownCopy(state, clock.nowMs()),
    automaticRenewal: automaticRenewalView(inputs.renewal, state, settings, clock.nowMs()),
    login: loginView(state, clock.elapsedMs()),
    account: accountView(state, clock.elapsedMs()),
    settings,
    missingTray,
    startsAtLogin,
    update,
    commandLine,
    api: { origin: apiOrigin, isDefault: apiOrigin === defaultApiOrigin },
    isTestBuild,
    language: language.language,
    locale: language.locale,
    labelCase,
    regionCode,
    notices: notices(state, inputs),
  };
}

function notices(state: SessionState, inputs: ViewInputs): Notice[] {
  const { copied, menuFailure, storeProblem, settingsDamaged } = inputs;
  const notices: (Notice | undefined)[] = [
    copied && { kind: "copied", ...copied },
    state.news,
    state.loggedOut && { kind: "logged-out", ...state.loggedOut },
    menuFailure,
    storeProblem && { kind: "store-problem", problem: storeProblem },
    settingsDamaged ? { kind: "settings-damaged" } : undefined,
  ];
  return notices.filter((notice) => notice !== undefined);
}

/** The token's part of the view, for tray and window. */
export function tokenView(state: TokenState, nowMs: number): TokenView {
  if (state.kind === "absent") return { status: "absent" };
  if (state.kind === "unreadable") return { status: "unreadable", why: state.why };
  return keptTokenView(state.token, state.storage, nowMs);
}

/** The copied token's part of the view, for tray, window and notification. */
export function shownCopy(
  { copied, token }: Pick<SessionState, "copied" | "token">,
  nowMs: number,
): CopyView | undefined {
  return copyView(copied, token.kind === "kept" ? token.token : undefined, nowMs);
}

function accountView({ account }: SessionState, elapsedNowMs: number): AccountView | undefined {
  if (!account) return undefined;
  const { checkedAtMs, ...owner } = account;
  return { ...owner, checkedMsAgo: elapsedNowMs - checkedAtMs };
}

function loginView({ login, rememberedNumber }: SessionState, elapsedNowMs: number): LoginView {
  if (login.step === "idle") return login;
  if (login.step === "phone") {
    return { step: "phone", rememberedNumber: rememberedNumber && maskPhoneNumber(rememberedNumber) };
  }
  return {
    step: login.step,
    enrolling: login.secondFactor?.enrolment !== undefined,
    channel: login.channel,
    maskedPhone: maskPhoneNumber(login.phone),
    otpExpiresInMs: Math.max(0, login.otpExpiresAtMs - elapsedNowMs),
    resendInMs: Math.max(0, login.resendFromMs - elapsedNowMs),
    otpLifetimeMs: login.otpLifetimeMs,
  };
}
