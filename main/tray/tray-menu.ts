import type { CopyFormat, TokenView } from "../../preload/contract.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";
import { expiryText, statusText } from "../../texts/token-texts.ts";

/** What the tray shows. */
export interface TrayView {
  readonly token: TokenView;
  /** For a few seconds after a copy: when the clipboard is cleared. */
  readonly copied: { readonly clearsInMs: number | undefined } | undefined;
  /** The name in a copied `.env` line. */
  readonly variableName: string;
}

export interface MenuActions {
  readonly copyToken: (format: CopyFormat) => void;
  readonly renewToken: () => void;
  readonly checkToken: () => void;
  readonly logIn: () => void;
  readonly logOut: () => void;
  readonly revokeTokens: () => void;
  readonly openWindow: () => void;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

/** The part of Electron's menu template that is used; pure, so that it can be tested without Electron. */
export interface MenuLine {
  readonly label?: string;
  readonly type?: "separator";
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: MenuLine[];
}

/**
 * The tray's menu. Without a token that can be used, what needs one is left out, but for copying: it is disabled, and
 * `guarded` refuses it too, since some hosts click disabled items.
 */
export function trayMenu(view: TrayView, texts: DesktopTexts, locale: string, actions: MenuActions): MenuLine[] {
  const { token, variableName } = view;
  const present = token.status !== "absent" && token.status !== "unreadable";
  const usable = token.status === "valid" || token.status === "expires-soon";
  const copyAs: MenuLine = {
    label: texts.copyAs,
    submenu: [
      { label: texts.authorizationHeader, click: () => actions.copyToken("authorization-header") },
      { label: texts.envLine(variableName), click: () => actions.copyToken("env-line") },
    ],
  };
  const upkeep: MenuLine[] = [
    { type: "separator" },
    { label: texts.renewForOneMonth, click: actions.renewToken },
    { label: texts.checkToken, click: actions.checkToken },
    { type: "separator" },
  ];
  const revoke: MenuLine = { label: texts.revokeTokens, click: actions.revokeTokens };
  return [
    ...headLines(token, texts, locale).map((label) => ({ label, enabled: false })),
    { type: "separator" },
    guarded(texts.copyToken, usable, () => actions.copyToken("token")),
    ...(usable ? [copyAs, ...upkeep] : []),
    { label: present ? texts.logInAgain : texts.logIn, click: actions.logIn },
    ...(token.status === "absent" ? [] : [{ label: texts.logOut, click: actions.logOut }]),
    ...(usable ? [revoke] : []),
    { type: "separator" },
    { label: texts.openWindow, click: actions.openWindow },
    { label: texts.settings, click: actions.openSettings },
    { label: texts.quit, click: actions.quit },
  ];
}

/** The tooltip: the status in a line, or that the token was copied just now. */
export function trayToolTip({ token, copied }: TrayView, texts: DesktopTexts): string {
  return `${texts.productName}: ${copied ? texts.copied(copied.clearsInMs) : statusLine(token, texts)}`;
}

function statusLine(token: TokenView, texts: DesktopTexts): string {
  return token.status === "absent" || token.status === "unreadable" ? texts.notLoggedIn : statusText(texts, token);
}

function headLines(token: TokenView, texts: DesktopTexts, locale: string): string[] {
  const status = statusLine(token, texts);
  if (token.status === "absent") return [status];
  if (token.status === "unreadable") return [status, texts.storedTokenUnreadable];
  // When a token would have expired is of no interest once it is refused.
  const lines = token.rejected ? [status] : [status, expiryText(texts, token, locale)];
  return token.place.startsWith("memory") ? [...lines, texts.inMemoryOnly] : lines;
}

function guarded(label: string, enabled: boolean, action: () => void): MenuLine {
  return { label, enabled, click: () => enabled && action() };
}
