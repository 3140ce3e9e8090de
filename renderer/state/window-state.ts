import type { LoginView, Notice, SessionView, TokenView } from "../../preload/contract.ts";
import type { Announcement } from "./window-context.ts";

/** Main's latest view, and what follows from the order of the views. */
export interface WindowState {
  readonly view: SessionView;
  /** By `elapsedMs()`; the view's remaining times count from here. */
  readonly receivedAtMs: number;
  /** The token comes from a login that this window displayed. */
  readonly justLoggedIn: boolean;
  /** Counts main's failures. A new one replaces the window's own error. */
  readonly mainFailureCount: number;
}

export type Screen = "phone" | "code" | "token" | "settings" | "revoke";

/** The state after `view`. `receivedAtMs`: by `elapsedMs()`. */
export function nextWindowState(
  previous: WindowState | undefined,
  view: SessionView,
  receivedAtMs: number,
): WindowState {
  const cameFromCode = previous !== undefined && asksForCode(previous.view.login);
  const justLoggedIn =
    view.route === "token" &&
    view.login.step === "idle" &&
    isUsable(view.token) &&
    !view.token.rejected &&
    (cameFromCode || previous?.justLoggedIn === true);
  const known = previous ? failuresAmong(previous.view.notices) : [];
  const isNew = failuresAmong(view.notices).some((failure) => !known.includes(failure));
  const mainFailureCount = (previous?.mainFailureCount ?? 0) + (isNew ? 1 : 0);
  return { view, receivedAtMs, justLoggedIn, mainFailureCount };
}

/** Settings and the revoke confirmation appear only when chosen. Otherwise a login under way comes before the token. */
export function screenOf({ route, token, login }: SessionView): Screen {
  if (route === "settings") return "settings";
  if (route === "revoke" && isUsable(token)) return "revoke";
  if (asksForCode(login)) return "code";
  return login.step === "phone" || token.status === "absent" ? "phone" : "token";
}

/** Settings show problems only; the other screens show all notices. */
export function noticesOn(screen: Screen, notices: readonly Notice[]): readonly Notice[] {
  if (screen !== "settings") return notices;
  return notices.filter(({ kind }) => kind === "failed" || kind === "store-problem" || kind === "settings-damaged");
}

/** Whether it says that Verifik rejected the token. The token screen shows that with the token's state. */
export function isRejection(message: Notice | Announcement): boolean {
  if ("failure" in message) return message.failure.kind === "token-rejected";
  return "kind" in message && message.kind === "renewal-refused";
}

/** As JSON, because each view has new objects. */
function failuresAmong(notices: readonly Notice[]): readonly string[] {
  return notices.filter(({ kind }) => kind === "failed").map((notice) => JSON.stringify(notice));
}

function asksForCode({ step }: LoginView): boolean {
  return step === "otp" || step === "authenticator";
}

/** Whether the token can be copied and renewed. A rejected one can be: the rejection may come from a proxy. */
export function isUsable(
  token: TokenView,
): token is Extract<TokenView, { status: "valid" | "expires-soon" | "expired" }> {
  return token.status === "valid" || token.status === "expires-soon";
}
