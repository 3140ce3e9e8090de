import { type MenuActions, type MenuLine, type TrayView, trayMenu } from "../../../main/tray/tray-menu.ts";
import type { TokenView } from "../../../preload/contract.ts";
import { desktopTexts, type Language } from "../../../texts/desktop.ts";
import { shortDate } from "../../../texts/short-date.ts";

export const dayMs = 24 * 60 * 60 * 1000;
export const expiresAtMs = new Date(2026, 11, 21, 15, 4).getTime();
const kept = {
  obtainedAtMs: 0,
  rejected: false,
  expiresAtMs,
  expiryEstimated: false,
  maskedPhone: "+57 ••••••••67",
  storage: "keyring",
} as const;

export const tokens: Record<string, TokenView> = {
  absent: { status: "absent" },
  unreadable: { status: "unreadable", why: { reason: "no-keyring" } },
  valid: { ...kept, status: "valid", remainingMs: 29.5 * dayMs },
  "expires-soon": { ...kept, status: "expires-soon", remainingMs: 2 * dayMs },
  expired: { ...kept, status: "expired", remainingMs: 0 },
  estimated: { ...kept, status: "valid", remainingMs: 29.5 * dayMs, expiryEstimated: true },
  "without-keyring": { ...kept, status: "valid", remainingMs: 29.5 * dayMs, storage: "memory-without-keyring" },
  rejected: { ...kept, status: "valid", remainingMs: 29.5 * dayMs, rejected: true },
  "being-stored": { ...kept, status: "valid", remainingMs: 29.5 * dayMs, storage: "being-stored" },
  unwritten: { ...kept, status: "expires-soon", remainingMs: 59_000, storage: "memory-after-write-failure" },
};

export function viewOf(name: string, changes: Partial<TrayView> = {}): TrayView {
  return {
    token: tokens[name] as TokenView,
    copy: undefined,
    copied: undefined,
    renewsAutomatically: false,
    variableName: "VERIFIK_TOKEN",
    ...changes,
  };
}

export function newActions() {
  const done: string[] = [];
  const actions: MenuActions = {
    copyToken: (format) => void done.push(`copy ${format}`),
    renewToken: () => void done.push("renew"),
    setAutomaticRenewal: (on) => void done.push(`automatic renewal ${on ? "on" : "off"}`),
    checkToken: () => void done.push("check"),
    logIn: () => void done.push("log in"),
    logOut: () => void done.push("log out"),
    revokeTokens: () => void done.push("revoke"),
    openWindow: () => void done.push("open"),
    openSettings: () => void done.push("settings"),
    quit: () => void done.push("quit"),
  };
  return { done, actions };
}

/** Every item; those of a submenu follow its parent. */
export function flat(lines: readonly MenuLine[]): MenuLine[] {
  return lines.flatMap((line) => [line, ...flat(line.submenu ?? [])]);
}

/** The menu as a person sees it. Disabled items are in brackets, a box stands for a tick, and DATE is the expiry. */
export function shown(name: string, language: Language): string[] {
  const locale = language === "en" ? "en-GB" : "es";
  const texts = desktopTexts(language, "sentence");
  const lines = trayMenu(viewOf(name), texts, locale, newActions().actions);
  return lines.map(({ label = "", type, enabled = true, checked, submenu }) => {
    const text = label.replace(shortDate(expiresAtMs, locale), "DATE");
    if (type === "separator") return "—";
    if (submenu) return `${text}: ${submenu.flatMap((line) => line.label ?? []).join(", ")}`;
    if (type === "checkbox") return `[${checked ? "x" : " "}] ${text}`;
    return enabled ? text : `(${text})`;
  });
}
