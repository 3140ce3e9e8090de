import type { TokenView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { expiryText, statusText } from "../../texts/token-texts.ts";

/** What the tray shows. */
export interface TrayView {
  readonly token: TokenView;
  /** For a few seconds after a copy: how long until the clipboard is cleared. */
  readonly copied: { readonly clearsInMs: number } | undefined;
  /** `undefined` until it is known. */
  readonly startsAtLogin: boolean | undefined;
}

export interface MenuActions {
  readonly copyToken: () => void;
  readonly checkToken: () => void;
  readonly logIn: () => void;
  readonly logOut: () => void;
  readonly toggleAutostart: () => void;
  readonly quit: () => void;
}

/** The part of Electron's menu template that is used; pure, so that it can be tested without Electron. */
export interface MenuLine {
  readonly label?: string;
  readonly type?: "separator" | "checkbox";
  readonly checked?: boolean;
  readonly enabled?: boolean;
  readonly click?: () => void;
}

/** The tray's menu. What cannot be done is disabled, and `guarded` refuses it too: some hosts click disabled items. */
export function trayMenu(view: TrayView, texts: Texts, locale: string, actions: MenuActions): MenuLine[] {
  const { token, startsAtLogin } = view;
  const present = token.status !== "absent" && token.status !== "unreadable";
  const canCopy = token.status === "valid" || token.status === "expires-soon";
  return [
    ...headLines(token, texts, locale).map((label) => ({ label, enabled: false })),
    { type: "separator" },
    guarded(texts.copyToken, canCopy, actions.copyToken),
    guarded(texts.checkToken, canCopy, actions.checkToken),
    { label: present ? texts.logInAgain : texts.logIn, click: actions.logIn },
    guarded(texts.logOut, token.status !== "absent", actions.logOut),
    { type: "separator" },
    {
      type: "checkbox",
      checked: startsAtLogin === true,
      ...guarded(texts.startAtLogin, startsAtLogin !== undefined, actions.toggleAutostart),
    },
    { label: texts.quit, click: actions.quit },
  ];
}

/** The tooltip: the status in a line, or that the token was copied just now. */
export function trayToolTip({ token, copied }: TrayView, texts: Texts): string {
  return `${texts.productName}: ${copied ? texts.copied(copied.clearsInMs) : statusLine(token, texts)}`;
}

function statusLine(token: TokenView, texts: Texts): string {
  return token.status === "absent" || token.status === "unreadable" ? texts.notLoggedIn : statusText(texts, token);
}

function headLines(token: TokenView, texts: Texts, locale: string): string[] {
  const status = statusLine(token, texts);
  if (token.status === "absent") return [status];
  if (token.status === "unreadable") return [status, texts.storedTokenUnreadable];
  const lines = [status, expiryText(texts, token, locale)];
  return token.place === "keyring" ? lines : [...lines, texts.inMemoryOnly];
}

function guarded(label: string, enabled: boolean, action: () => void): MenuLine {
  return { label, enabled, click: () => enabled && action() };
}
