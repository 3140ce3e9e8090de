import type { CopyFormat, CopyView, TokenView } from "../../preload/contract.ts";
import { copyLine } from "../../texts/copy-texts.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";
import { expiryText, statusText } from "../../texts/token-texts.ts";

/** The data that the tray shows. */
export interface TrayView {
  readonly token: TokenView;
  /** An older copied token. It has a line from 7 days before its end. */
  readonly copy: CopyView | undefined;
  /** Set for a few seconds after a copy: the time until the clipboard is cleared, if it is cleared by time. */
  readonly copied: { readonly clearsInMs: number | undefined } | undefined;
  readonly renewsAutomatically: boolean;
  /** The name in a copied `.env` line. */
  readonly variableName: string;
}

/** Menu actions that need the application. A failure is shown in the window. */
export interface AppActions {
  readonly copyToken: (format: CopyFormat) => void;
  readonly renewToken: () => void;
  readonly setAutomaticRenewal: (on: boolean) => void;
  readonly checkToken: () => void;
  readonly logIn: () => void;
  readonly logOut: () => void;
  readonly revokeTokens: () => void;
  readonly openWindow: () => void;
  readonly openSettings: () => void;
}

export interface MenuActions extends AppActions {
  readonly quit: () => void;
}

/** The part of Electron's menu template in use here, so that the menu can be tested without Electron. */
export interface MenuLine {
  readonly label?: string;
  readonly type?: "separator" | "checkbox";
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly click?: () => void;
  readonly submenu?: MenuLine[];
}

/** The tray's menu. Without a usable token, "Copy" is disabled and the other items that need one are left out. */
export function trayMenu(view: TrayView, texts: DesktopTexts, locale: string, actions: MenuActions): MenuLine[] {
  const { token, variableName, renewsAutomatically } = view;
  const present = token.status !== "absent" && token.status !== "unreadable";
  const usable = token.status === "valid" || token.status === "expires-soon";
  const copyAs: MenuLine = {
    label: texts.copyAs,
    submenu: [
      { label: texts.authorizationHeader, click: () => actions.copyToken("authorization-header") },
      { label: texts.envLine(variableName), click: () => actions.copyToken("env-line") },
    ],
  };
  const renewAndCheck: MenuLine[] = [
    { type: "separator" },
    { label: texts.renewForOneMonth, click: actions.renewToken },
    {
      label: texts.automaticRenewal,
      type: "checkbox",
      checked: renewsAutomatically,
      click: () => actions.setAutomaticRenewal(!renewsAutomatically),
    },
    { label: texts.checkToken, click: actions.checkToken },
    { type: "separator" },
  ];
  const logIn: MenuLine = { label: token.status === "absent" ? texts.logIn : texts.logInAgain, click: actions.logIn };
  const logOut: MenuLine = { label: texts.logOut, click: actions.logOut };
  const rejected = present && token.rejected;
  // What is rare or cannot be undone stands one level down, away from what is done daily.
  const thisAccount: MenuLine = {
    label: texts.thisAccount,
    submenu: [
      ...(rejected ? [] : [logIn]),
      logOut,
      { type: "separator" },
      { label: texts.revokeTokens, click: actions.revokeTokens },
    ],
  };
  const shortMenu = token.status === "absent" ? [logIn] : [logIn, logOut];
  return [
    ...statusLines(token, texts, locale).map((label) => ({ label, enabled: false })),
    ...copyLines(view, texts, locale).map((label) => ({ label, click: actions.openWindow })),
    { type: "separator" },
    guarded(texts.copyToken, usable, () => actions.copyToken("token")),
    ...(usable ? [copyAs, ...renewAndCheck] : []),
    ...(usable ? [...(rejected ? [logIn] : []), thisAccount] : shortMenu),
    { type: "separator" },
    { label: texts.openWindow, click: actions.openWindow },
    { label: texts.settings, click: actions.openSettings },
    { type: "separator" },
    { label: texts.quit, click: actions.quit },
  ];
}

/** The tooltip: the status of the token and of an older copy, or that the token was copied just now. */
export function trayToolTip(view: TrayView, texts: DesktopTexts, locale: string): string {
  const { token, copied } = view;
  const status = [statusLine(token, texts), ...copyLines(view, texts, locale)].join("; ");
  return `${texts.productName}: ${copied ? texts.copied(copied.clearsInMs) : status}`;
}

function copyLines({ copy }: TrayView, texts: DesktopTexts, locale: string): string[] {
  return copy?.inMenu ? [copyLine(texts, copy, locale)] : [];
}

function statusLine(token: TokenView, texts: DesktopTexts): string {
  return token.status === "absent" || token.status === "unreadable" ? texts.notLoggedIn : statusText(texts, token);
}

function statusLines(token: TokenView, texts: DesktopTexts, locale: string): string[] {
  const status = statusLine(token, texts);
  if (token.status === "absent") return [status];
  if (token.status === "unreadable") return [status, texts.storedTokenUnreadable];
  // The expiry of a rejected token no longer matters.
  const lines = token.rejected ? [status] : [status, expiryText(texts, token, locale)];
  return token.storage.startsWith("memory") ? [...lines, texts.inMemoryOnly] : lines;
}

/** Also refuses the click itself, because some tray hosts click disabled items. */
function guarded(label: string, enabled: boolean, action: () => void): MenuLine {
  return { label, enabled, click: () => enabled && action() };
}
