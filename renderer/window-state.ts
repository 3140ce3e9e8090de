import type { SessionView } from "../preload/contract.ts";

/** What the window goes by: main's latest view, and what only the sequence of views tells. */
export interface WindowState {
  readonly view: SessionView;
  /** On `performance.now()`; the view's remaining times count from here. */
  readonly receivedAtMs: number;
  /** The token came from the login that this window has just shown. */
  readonly justLoggedIn: boolean;
}

export type Screen = "phone" | "code" | "token";

export function nextWindowState(
  previous: WindowState | undefined,
  view: SessionView,
  receivedAtMs: number,
): WindowState {
  const cameFromCode = previous !== undefined && screenOf(previous.view) === "code";
  const justLoggedIn =
    view.login.step === "idle" && hasUsableToken(view) && (cameFromCode || previous?.justLoggedIn === true);
  return { view, receivedAtMs, justLoggedIn };
}

/** A login that is under way comes first; without a token there is nothing but the login to show. */
export function screenOf({ token, login }: SessionView): Screen {
  if (login.step === "otp" || login.step === "authenticator") return "code";
  return login.step === "phone" || token.status === "absent" ? "phone" : "token";
}

function hasUsableToken({ token }: SessionView): boolean {
  return token.status === "valid" || token.status === "expires-soon";
}
