import { describe, expect, test } from "vitest";
import { trayMenu, trayToolTip } from "../../../main/tray/tray-menu.ts";
import type { CopyView } from "../../../preload/contract.ts";
import { desktopTexts, type Language } from "../../../texts/desktop.ts";

import { dayMs, flat, newActions, shown, tokens, viewOf } from "./menu-views.ts";

describe("the menu in English", () => {
  const window = ["—", "Open Verifik Tray", "Settings…", "—", "Quit"];
  const usable = [
    "—",
    "Copy bearer token",
    "Copy as: Authorization header, .env line (VERIFIK_TOKEN)",
    "—",
    "Renew for one month",
    "[ ] Automatic renewal",
    "Check token",
    "—",
    "This account: Log in again…, Log out, Revoke all tokens…",
    ...window,
  ];
  const unusable = ["—", "(Copy bearer token)"];

  test.each<[string, string[]]>([
    ["absent", ["(Not logged in)", ...unusable, "Log in…", ...window]],
    [
      "unreadable",
      ["(Not logged in)", "(The stored token cannot be read)", ...unusable, "Log in again…", "Log out", ...window],
    ],
    ["valid", ["(Token valid · 29 days left)", "(Expires on DATE)", ...usable]],
    ["expires-soon", ["(Token expires soon · 2 days left)", "(Expires on DATE)", ...usable]],
    ["expired", ["(Token expired)", "(Expired on DATE)", ...unusable, "Log in again…", "Log out", ...window]],
    [
      "rejected",
      [
        "(Token rejected by Verifik)",
        ...usable.slice(0, -window.length - 1),
        "Log in again…",
        "This account: Log out, Revoke all tokens…",
        ...window,
      ],
    ],
    ["estimated", ["(Token valid · 29 days left)", "(Expires around DATE (estimated))", ...usable]],
    [
      "without-keyring",
      ["(Token valid · 29 days left)", "(Expires on DATE)", "(Kept in memory only, until you quit)", ...usable],
    ],
    [
      "unwritten",
      [
        "(Token expires soon · less than a minute left)",
        "(Expires on DATE)",
        "(Kept in memory only, until you quit)",
        ...usable,
      ],
    ],
    ["being-stored", ["(Token valid · 29 days left)", "(Expires on DATE)", ...usable]],
  ])("with a token that is %s", (name, lines) => {
    expect(shown(name, "en")).toEqual(lines);
  });
});

describe("the menu in Spanish", () => {
  const window = ["—", "Abrir Verifik Tray", "Configuración…", "—", "Salir"];
  const usable = [
    "—",
    "Copiar token bearer",
    "Copiar como: Encabezado Authorization, Línea .env (VERIFIK_TOKEN)",
    "—",
    "Renovar por un mes",
    "[ ] Renovación automática",
    "Comprobar token",
    "—",
    "Esta cuenta: Volver a iniciar sesión…, Cerrar sesión, Revocar todos los tokens…",
    ...window,
  ];
  const unusable = ["—", "(Copiar token bearer)"];

  test.each<[string, string[]]>([
    ["absent", ["(Sin sesión)", ...unusable, "Iniciar sesión…", ...window]],
    [
      "unreadable",
      [
        "(Sin sesión)",
        "(No se puede leer el token guardado)",
        ...unusable,
        "Volver a iniciar sesión…",
        "Cerrar sesión",
        ...window,
      ],
    ],
    ["valid", ["(Token válido · quedan 29 días)", "(Vence el DATE)", ...usable]],
    ["expires-soon", ["(El token vence pronto · quedan 2 días)", "(Vence el DATE)", ...usable]],
    [
      "expired",
      ["(Token vencido)", "(Venció el DATE)", ...unusable, "Volver a iniciar sesión…", "Cerrar sesión", ...window],
    ],
    [
      "rejected",
      [
        "(Verifik rechazó el token)",
        ...usable.slice(0, -window.length - 1),
        "Volver a iniciar sesión…",
        "Esta cuenta: Cerrar sesión, Revocar todos los tokens…",
        ...window,
      ],
    ],
    ["estimated", ["(Token válido · quedan 29 días)", "(Vence hacia el DATE (estimado))", ...usable]],
    [
      "without-keyring",
      ["(Token válido · quedan 29 días)", "(Vence el DATE)", "(Solo en memoria, hasta que salgas)", ...usable],
    ],
  ])("with a token that is %s", (name, lines) => {
    expect(shown(name, "es")).toEqual(lines);
  });
});

describe("an older copied token", () => {
  const copiedAtMs = new Date(2026, 10, 12).getTime();
  const copy: CopyView = {
    status: "expires-soon",
    inMenu: true,
    copiedAtMs,
    expiresAtMs: new Date(2026, 11, 12).getTime(),
    remainingMs: 5.5 * dayMs,
    expiryEstimated: false,
    newerHere: true,
    reminded: true,
  };
  const labels = (changes: Partial<CopyView>, language: Language) => {
    const view = viewOf("valid", { copy: { ...copy, ...changes } });
    return trayMenu(view, desktopTexts(language, "sentence"), language, newActions().actions).map(({ label }) => label);
  };

  test("has a line below the present token's", () => {
    expect(labels({}, "en")[2]).toBe("Copied on Nov 12 · expires in 5 days");
    expect(labels({}, "es")[2]).toBe("Copiado el 12 de noviembre · vence en 5 días");
    expect(labels({ status: "expired", remainingMs: -1 }, "en")[2]).toBe("Copied on Nov 12 · expired");
    expect(labels({ inMenu: false }, "en")[2]).toBeUndefined();
  });

  test("is named by the tooltip too", () => {
    expect(trayToolTip(viewOf("valid", { copy }), desktopTexts("en", "sentence"), "en")).toBe(
      "Verifik Tray: Token valid · 29 days left; Copied on Nov 12 · expires in 5 days",
    );
  });

  test("opens the window by its line", () => {
    const { done, actions } = newActions();
    trayMenu(viewOf("valid", { copy }), desktopTexts("en", "sentence"), "en", actions)[2]?.click?.();
    expect(done).toEqual(["open"]);
  });
});

test("automatic renewal has a tick while it is on, and a click switches it off", () => {
  const { done, actions } = newActions();
  const view = viewOf("valid", { renewsAutomatically: true });
  const line = trayMenu(view, desktopTexts("en", "sentence"), "en", actions).find(({ type }) => type === "checkbox");
  expect(line).toMatchObject({ label: "Automatic renewal", checked: true });
  line?.click?.();
  expect(done).toEqual(["automatic renewal off"]);
});

test("uses title case on macOS, in English only", () => {
  const labels = (language: Language) =>
    trayMenu(viewOf("valid"), desktopTexts(language, "title"), language, newActions().actions)
      .slice(3)
      .flatMap(({ label = [] }) => label);
  expect(labels("en")).toEqual([
    "Copy Bearer Token",
    "Copy As",
    "Renew for One Month",
    "Automatic Renewal",
    "Check Token",
    "This Account",
    "Open Verifik Tray",
    "Settings…",
    "Quit",
  ]);
  expect(labels("es")).toContain("Abrir Verifik Tray");
});

test.each(Object.keys(tokens))(
  "with a token that is %s, enabled items run their commands and disabled ones do nothing",
  (name) => {
    const { done, actions } = newActions();
    const lines = flat(trayMenu(viewOf(name), desktopTexts("en", "sentence"), "en", actions));
    for (const line of lines) line.click?.();
    const meant: Record<string, string> = {
      "Copy bearer token": "copy token",
      "Authorization header": "copy authorization-header",
      ".env line (VERIFIK_TOKEN)": "copy env-line",
      "Renew for one month": "renew",
      "Automatic renewal": "automatic renewal on",
      "Check token": "check",
      "Log in…": "log in",
      "Log in again…": "log in",
      "Log out": "log out",
      "Revoke all tokens…": "revoke",
      "Open Verifik Tray": "open",
      "Settings…": "settings",
      Quit: "quit",
    };
    const enabled = lines.filter(({ enabled = true, type, submenu }) => enabled && type !== "separator" && !submenu);
    expect(done).toEqual(enabled.map(({ label = "" }) => meant[label]));
  },
);

describe("the tooltip", () => {
  test.each([
    ["absent", "Verifik Tray: Not logged in"],
    ["unreadable", "Verifik Tray: Not logged in"],
    ["valid", "Verifik Tray: Token valid · 29 days left"],
    ["expired", "Verifik Tray: Token expired"],
  ])("with a token that is %s is: %s", (name, toolTip) => {
    expect(trayToolTip(viewOf(name), desktopTexts("en", "sentence"), "en")).toBe(toolTip);
  });

  test("says after a copy that the token was copied and when the clipboard is cleared", () => {
    const view = viewOf("valid", { copied: { clearsInMs: 44_600 } });
    expect(trayToolTip(view, desktopTexts("en", "sentence"), "en")).toBe(
      "Verifik Tray: Copied. The clipboard is cleared in 45 seconds.",
    );
  });

  test("names no time when the clipboard is cleared only at quit", () => {
    const view = viewOf("valid", { copied: { clearsInMs: undefined } });
    expect(trayToolTip(view, desktopTexts("en", "sentence"), "en")).toBe(
      "Verifik Tray: Copied. The clipboard is cleared when you quit.",
    );
  });
});
