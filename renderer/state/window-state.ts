import type { LoginView, Notice, SessionView, TokenView } from "../../preload/contract.ts";

/** What the window goes by: main's latest view, and what only the sequence of views tells. */
export interface WindowState {
  readonly view: SessionView;
  /** On `performance.now()`; the view's remaining times count from here. */
  readonly receivedAtMs: number;
  /** The token came from the login that this window has just shown. */
  readonly justLoggedIn: boolean;
  /** How often main has told of a failure: with the next one, what the window said of its own calls is over. */
  readonly failuresNoticed: number;
}

export type Screen = "phone" | "code" | "token" | "settings" | "revoke";

export function nextWindowState(
  previous: WindowState | undefined,
  view: SessionView,
  receivedAtMs: number,
): WindowState {
  const cameFromCode = previous !== undefined && asksForCode(previous.view.login);
  const justLoggedIn =
    view.place === "token" &&
    view.login.step === "idle" &&
    isUsable(view.token) &&
    !view.token.rejected &&
    (cameFromCode || previous?.justLoggedIn === true);
  const told = previous ? failuresAmong(previous.view.notices) : [];
  const isNew = failuresAmong(view.notices).some((failure) => !told.includes(failure));
  const failuresNoticed = (previous?.failuresNoticed ?? 0) + (isNew ? 1 : 0);
  return { view, receivedAtMs, justLoggedIn, failuresNoticed };
}

/** Settings and the question before revoking come when they are chosen. Else a login that is under way is first. */
export function screenOf({ place, token, login }: SessionView): Screen {
  if (place === "settings") return "settings";
  if (place === "revoke" && isUsable(token)) return "revoke";
  if (asksForCode(login)) return "code";
  return login.step === "phone" || token.status === "absent" ? "phone" : "token";
}

/** What happened to the token is told where it is shown, or can be had; what is wrong is told everywhere. */
export function noticesOn(screen: Screen, notices: readonly Notice[]): readonly Notice[] {
  if (screen !== "settings" && screen !== "revoke") return notices;
  return notices.filter(({ kind }) => kind === "failed" || kind === "store-problem" || kind === "settings-damaged");
}

/** In words, because each view comes with objects of its own. */
function failuresAmong(notices: readonly Notice[]): readonly string[] {
  return notices.filter(({ kind }) => kind === "failed").map((notice) => JSON.stringify(notice));
}

function asksForCode({ step }: LoginView): boolean {
  return step === "otp" || step === "authenticator";
}

/** It can be copied and renewed; a rejected one too, because a proxy may have said so. */
export function isUsable(
  token: TokenView,
): token is Extract<TokenView, { status: "valid" | "expires-soon" | "expired" }> {
  return token.status === "valid" || token.status === "expires-soon";
}
