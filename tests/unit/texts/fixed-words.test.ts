import { describe, expect, test } from "vitest";
import type { TimeLeft } from "../../../domain/token/time-left.ts";
import { type Language, type Texts, textsFor } from "../../../texts/index.ts";
import { statusText } from "../../../texts/token-texts.ts";

/** Texts that people and other programs rely on. They must not change. */
const fixed: [(texts: Texts) => string, Record<Language, string>][] = [
  [(texts) => texts.notLoggedIn, { en: "Not logged in", es: "Sin sesión" }],
  [
    (texts) => texts.tokenValid({ unit: "day", count: 29 }),
    { en: "Token valid · 29 days left", es: "Token válido · quedan 29 días" },
  ],
  [
    (texts) => texts.tokenExpiresSoon({ unit: "day", count: 2 }),
    { en: "Token expires soon · 2 days left", es: "El token vence pronto · quedan 2 días" },
  ],
  [(texts) => texts.tokenExpired, { en: "Token expired", es: "Token vencido" }],
  [(texts) => texts.copyToken, { en: "Copy bearer token", es: "Copiar token bearer" }],
  [(texts) => texts.logIn, { en: "Log in…", es: "Iniciar sesión…" }],
  [(texts) => texts.logInAgain, { en: "Log in again…", es: "Volver a iniciar sesión…" }],
  [(texts) => texts.logOut, { en: "Log out", es: "Cerrar sesión" }],
  [(texts) => texts.quit, { en: "Quit", es: "Salir" }],
  [
    (texts) => texts.reminderExpiresIn({ unit: "day", count: 7 }),
    { en: "Verifik token expires in 7 days", es: "El token de Verifik vence en 7 días" },
  ],
  [(texts) => texts.reminderExpired, { en: "Verifik token expired", es: "El token de Verifik venció" }],
  [(texts) => texts.country, { en: "Country", es: "País" }],
  [(texts) => texts.phoneNumber, { en: "Phone number", es: "Número de teléfono" }],
  [(texts) => texts.sendCode, { en: "Send code", es: "Enviar código" }],
  [(texts) => texts.verificationCode, { en: "Verification code", es: "Código de verificación" }],
  [(texts) => texts.verify, { en: "Verify", es: "Verificar" }],
  [(texts) => texts.resendCode, { en: "Resend code", es: "Reenviar código" }],
  [(texts) => texts.changeNumber, { en: "Change number", es: "Cambiar número" }],
  [(texts) => texts.authenticatorCode, { en: "Authenticator code", es: "Código del autenticador" }],
  [
    (texts) => texts.unofficial,
    {
      en: "Unofficial client. Not affiliated with or endorsed by Verifik.",
      es: "Cliente no oficial, sin afiliación con Verifik ni respaldo suyo.",
    },
  ],
];

describe.each(["en", "es"] as const)("the fixed texts in %s", (language) => {
  test.each(fixed.map(([text, words]) => [words[language], text] as const))("%s", (words, text) => {
    expect(text(textsFor(language))).toBe(words);
  });
});

describe("the time left has a singular and a plural", () => {
  const samples: [TimeLeft, string, string, string][] = [
    [{ unit: "day", count: 1 }, "1 day", "queda 1 día", "1 día"],
    [{ unit: "day", count: 2 }, "2 days", "quedan 2 días", "2 días"],
    [{ unit: "hour", count: 1 }, "1 hour", "queda 1 hora", "1 hora"],
    [{ unit: "hour", count: 23 }, "23 hours", "quedan 23 horas", "23 horas"],
    [{ unit: "minute", count: 1 }, "1 minute", "queda 1 minuto", "1 minuto"],
    [{ unit: "minute", count: 59 }, "59 minutes", "quedan 59 minutos", "59 minutos"],
    [{ unit: "minute", count: 0 }, "less than a minute", "queda menos de un minuto", "menos de un minuto"],
  ];

  test.each(samples)("%j: %s", (left, english, remaining, spanish) => {
    const { en, es } = { en: textsFor("en"), es: textsFor("es") };
    expect(en.tokenValid(left)).toBe(`Token valid · ${english} left`);
    expect(en.tokenExpiresSoon(left)).toBe(`Token expires soon · ${english} left`);
    expect(en.reminderExpiresIn(left)).toBe(`Verifik token expires in ${english}`);
    expect(es.tokenValid(left)).toBe(`Token válido · ${remaining}`);
    expect(es.tokenExpiresSoon(left)).toBe(`El token vence pronto · ${remaining}`);
    expect(es.reminderExpiresIn(left)).toBe(`El token de Verifik vence en ${spanish}`);
  });
});

test("the status has the time left, rounded down", () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const text = (status: "valid" | "expires-soon" | "expired", remainingMs: number) =>
    statusText(textsFor("en"), { status, remainingMs, rejected: false, expiresAtMs: 0, expiryEstimated: false });
  expect(text("valid", 30 * dayMs - 1)).toBe("Token valid · 29 days left");
  expect(text("expires-soon", 7 * dayMs)).toBe("Token expires soon · 7 days left");
  expect(text("expires-soon", dayMs - 1)).toBe("Token expires soon · 23 hours left");
  expect(text("expires-soon", 30_000)).toBe("Token expires soon · less than a minute left");
  expect(text("expired", 0)).toBe("Token expired");
});
