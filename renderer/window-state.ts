import type { LoginView, SessionView, TokenView } from "../preload/contract.ts";

/** What the window goes by: main's latest view, and what only the sequence of views tells. */
export interface WindowState {
  readonly view: SessionView;
  /** On `performance.now()`; the view's remaining times count from here. */
  readonly receivedAtMs: number;
  /** The token came from the login that this window has just shown. */
  readonly justLoggedIn: boolean;
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
  return { view, receivedAtMs, justLoggedIn };
}

/** Settings can be opened at any time. Else a login that is under way comes first; without a token there is only that. */
export function screenOf({ place, token, login }: SessionView): Screen {
  if (place === "settings") return "settings";
  if (asksForCode(login)) return "code";
  return login.step === "phone" || token.status === "absent" ? "phone" : place;
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
