import { describe, expect, test } from "vitest";
import { type MenuActions, type TrayView, trayMenu, trayToolTip } from "../../main/desktop/tray-menu.ts";
import type { TokenView } from "../../preload/contract.ts";
import { type Language, textsFor } from "../../texts/index.ts";
import { formatDate } from "../../texts/token-texts.ts";

const dayMs = 24 * 60 * 60 * 1000;
const expiresAtMs = new Date(2026, 11, 21, 15, 4).getTime();
const kept = {
  rejected: false,
  expiresAtMs,
  expiryEstimated: false,
  maskedPhone: "+57 ••••••••67",
  place: "keyring",
} as const;

const tokens: Record<string, TokenView> = {
  absent: { status: "absent" },
  unreadable: { status: "unreadable", why: { reason: "no-keyring" } },
  valid: { ...kept, status: "valid", remainingMs: 29.5 * dayMs },
  "expires-soon": { ...kept, status: "expires-soon", remainingMs: 2 * dayMs },
  expired: { ...kept, status: "expired", remainingMs: 0 },
  estimated: { ...kept, status: "valid", remainingMs: 29.5 * dayMs, expiryEstimated: true },
  "without-keyring": { ...kept, status: "valid", remainingMs: 29.5 * dayMs, place: "memory-without-keyring" },
  rejected: { ...kept, status: "valid", remainingMs: 29.5 * dayMs, rejected: true },
  unwritten: { ...kept, status: "expires-soon", remainingMs: 59_000, place: "memory-after-write-failure" },
};

function viewOf(name: string, changes: Partial<TrayView> = {}): TrayView {
  return { token: tokens[name] as TokenView, copied: undefined, startsAtLogin: false, ...changes };
}

function newActions() {
  const done: string[] = [];
  const actions: MenuActions = {
    copyToken: () => void done.push("copyToken"),
    checkToken: () => void done.push("checkToken"),
    logIn: () => void done.push("logIn"),
    logOut: () => void done.push("logOut"),
    toggleAutostart: () => void done.push("toggleAutostart"),
    quit: () => void done.push("quit"),
  };
  return { done, actions };
}

/** The menu as a person sees it; what cannot be chosen is in brackets, and DATE is the moment of expiry. */
function shown(name: string, language: Language): string[] {
  const locale = language === "en" ? "en-GB" : "es";
  const lines = trayMenu(viewOf(name), textsFor(language), locale, newActions().actions);
  return lines.map(({ label = "", type, enabled = true }) => {
    const text = label.replace(formatDate(expiresAtMs, locale), "DATE");
    return type === "separator" ? "—" : enabled ? text : `(${text})`;
  });
}

describe("the menu in English", () => {
  const rest = ["—", "Copy bearer token", "Check token", "Log in again…", "Log out", "—", "Start at login", "Quit"];

  test.each<[string, string[]]>([
    [
      "absent",
      [
        "(Not logged in)",
        "—",
        "(Copy bearer token)",
        "(Check token)",
        "Log in…",
        "(Log out)",
        "—",
        "Start at login",
        "Quit",
      ],
    ],
    [
      "unreadable",
      [
        "(Not logged in)",
        "(The stored token cannot be read)",
        "—",
        "(Copy bearer token)",
        "(Check token)",
        "Log in…",
        "Log out",
        "—",
        "Start at login",
        "Quit",
      ],
    ],
    ["valid", ["(Token valid · 29 days left)", "(Good until DATE)", ...rest]],
    ["expires-soon", ["(Token expires soon · 2 days left)", "(Good until DATE)", ...rest]],
    [
      "expired",
      ["(Token expired)", "(Expired on DATE)", "—", "(Copy bearer token)", "(Check token)", ...rest.slice(3)],
    ],
    ["rejected", ["(Token rejected by Verifik)", "(Good until DATE)", ...rest]],
    ["estimated", ["(Token valid · 29 days left)", "(Good until about DATE (estimated))", ...rest]],
    [
      "without-keyring",
      ["(Token valid · 29 days left)", "(Good until DATE)", "(Kept in memory only, until you quit)", ...rest],
    ],
    [
      "unwritten",
      [
        "(Token expires soon · less than a minute left)",
        "(Good until DATE)",
        "(Kept in memory only, until you quit)",
        ...rest,
      ],
    ],
  ])("with a token that is %s", (name, lines) => {
    expect(shown(name, "en")).toEqual(lines);
  });
});

describe("the menu in Spanish", () => {
  const rest = [
    "—",
    "Copiar token bearer",
    "Comprobar token",
    "Volver a iniciar sesión…",
    "Cerrar sesión",
    "—",
    "Iniciar con la sesión",
    "Salir",
  ];
  const nothing = ["(Copiar token bearer)", "(Comprobar token)", "Iniciar sesión…"];

  test.each<[string, string[]]>([
    ["absent", ["(Sin sesión)", "—", ...nothing, "(Cerrar sesión)", "—", "Iniciar con la sesión", "Salir"]],
    [
      "unreadable",
      [
        "(Sin sesión)",
        "(No se puede leer el token guardado)",
        "—",
        ...nothing,
        "Cerrar sesión",
        "—",
        "Iniciar con la sesión",
        "Salir",
      ],
    ],
    ["valid", ["(Token válido · quedan 29 días)", "(Vence el DATE)", ...rest]],
    ["expires-soon", ["(El token vence pronto · quedan 2 días)", "(Vence el DATE)", ...rest]],
    [
      "expired",
      ["(Token vencido)", "(Venció el DATE)", "—", "(Copiar token bearer)", "(Comprobar token)", ...rest.slice(3)],
    ],
    ["rejected", ["(Verifik rechazó el token)", "(Vence el DATE)", ...rest]],
    ["estimated", ["(Token válido · quedan 29 días)", "(Vence hacia el DATE (estimado))", ...rest]],
    [
      "without-keyring",
      ["(Token válido · quedan 29 días)", "(Vence el DATE)", "(Solo en memoria, hasta que salgas)", ...rest],
    ],
    [
      "unwritten",
      [
        "(El token vence pronto · queda menos de un minuto)",
        "(Vence el DATE)",
        "(Solo en memoria, hasta que salgas)",
        ...rest,
      ],
    ],
  ])("with a token that is %s", (name, lines) => {
    expect(shown(name, "es")).toEqual(lines);
  });
});

test.each(Object.keys(tokens))(
  "with a token that is %s a click does what an enabled line says, and a disabled one nothing",
  (name) => {
    for (const startsAtLogin of [true, false, undefined]) {
      const { done, actions } = newActions();
      const lines = trayMenu(viewOf(name, { startsAtLogin }), textsFor("en"), "en", actions);
      for (const line of lines) line.click?.();
      const meant: Record<string, string> = {
        "Copy bearer token": "copyToken",
        "Check token": "checkToken",
        "Log in…": "logIn",
        "Log in again…": "logIn",
        "Log out": "logOut",
        "Start at login": "toggleAutostart",
        Quit: "quit",
      };
      const enabled = lines.filter(({ enabled = true, type }) => enabled && type !== "separator");
      expect(done).toEqual(enabled.map(({ label = "" }) => meant[label]));
    }
  },
);

test.each([
  [true, { checked: true, enabled: true }],
  [false, { checked: false, enabled: true }],
  [undefined, { checked: false, enabled: false }],
])("whether it starts at login is a tick: %s", (startsAtLogin, line) => {
  const lines = trayMenu(viewOf("absent", { startsAtLogin }), textsFor("en"), "en", newActions().actions);
  expect(lines.find(({ type }) => type === "checkbox")).toMatchObject({ label: "Start at login", ...line });
});

describe("the tooltip", () => {
  test.each([
    ["absent", "Verifik Tray: Not logged in"],
    ["unreadable", "Verifik Tray: Not logged in"],
    ["valid", "Verifik Tray: Token valid · 29 days left"],
    ["expired", "Verifik Tray: Token expired"],
  ])("of a token that is %s is: %s", (name, toolTip) => {
    expect(trayToolTip(viewOf(name), textsFor("en"))).toBe(toolTip);
  });

  test("says for a while that the token was copied, and when the clipboard is cleared", () => {
    const view = viewOf("valid", { copied: { clearsInMs: 44_600 } });
    expect(trayToolTip(view, textsFor("en"))).toBe("Verifik Tray: Copied. The clipboard is cleared in 45 seconds.");
  });
});
