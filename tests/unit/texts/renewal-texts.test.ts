import { describe, expect, test } from "vitest";
import type { RenewalProblem } from "../../../domain/renewal/renewal-plan.ts";
import { reminderWords } from "../../../main/notifications/reminder-words.ts";
import type { AutomaticRenewalView } from "../../../preload/contract.ts";
import { textsFor } from "../../../texts/index.ts";
import { renewalLines } from "../../../texts/renewal-texts.ts";

const nowMs = new Date(2026, 10, 28, 13, 30).getTime();
const atOneMs = new Date(2026, 10, 29, 1, 4).getTime();
const onDec18Ms = new Date(2026, 11, 18, 9, 0).getTime();

const on: AutomaticRenewalView = {
  isOn: true,
  nextAtMs: undefined,
  problem: undefined,
  isOffered: false,
  renewedAtMs: undefined,
};
const failed: RenewalProblem = { kind: "failed", failure: "no-answer", atMs: nowMs, triesOver: false };

describe("below the switch", () => {
  test.each<[string, Partial<AutomaticRenewalView>, string, string]>([
    [
      "says while it is off that a code is needed later",
      { isOn: false },
      "Off: you need a code after it expires",
      "Desactivada: al vencer se pide un código",
    ],
    ["names the day of the next renewal", { nextAtMs: onDec18Ms }, "Next on Dec 18", "La próxima, el 18/12"],
    [
      "names the time of a renewal within 24 hours",
      { nextAtMs: atOneMs },
      "Next at 1:04 AM",
      "La próxima, a la 1:04 a. m.",
    ],
    [
      "says why the last try failed, and when the next one is",
      { problem: failed, nextAtMs: new Date(2026, 10, 28, 14, 28).getTime() },
      "Verifik did not answer / Next try at 2:28 PM",
      "Verifik no respondió / Nuevo intento a las 2:28 p. m.",
    ],
    [
      "says that there is no further try",
      { problem: { ...failed, failure: "refused", triesOver: true } },
      "Verifik refused it / No further try",
      "Verifik no lo permitió / No habrá otro intento",
    ],
    [
      "says that it waits for a keyring",
      { problem: { kind: "needs-keyring" } },
      "It waits for a keyring",
      "A la espera de un llavero",
    ],
    [
      "says that it waits for the disk",
      { problem: { kind: "needs-disk" } },
      "It waits until the disk can be written again",
      "A la espera de que se pueda escribir en el disco",
    ],
    [
      "says that it waits for a login",
      { problem: { kind: "login-under-way" } },
      "It waits for the login to end",
      "A la espera de que termine el inicio de sesión",
    ],
    [
      "says that the token's life is too short for it",
      { problem: { kind: "short-life" } },
      "Not for tokens that last less than two days",
      "No aplica a tokens que duran menos de dos días",
    ],
  ])("%s", (_fact, view, english, spanish) => {
    const line = (language: "en" | "es", locale: string) =>
      Object.values(renewalLines(textsFor(language), { ...on, ...view }, nowMs, locale))
        .filter((part) => part !== undefined)
        .join(" / ")
        .replace(/[\u00a0\u202f]/g, " ");
    expect(line("en", "en-US")).toBe(english);
    expect(line("es", "es-CO")).toBe(spanish);
  });
});

describe("the reminder of a token that did not renew itself", () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const words = (language: "en" | "es", remainingMs: number, problem: RenewalProblem | undefined, rejected = false) =>
    reminderWords(textsFor(language), remainingMs, { rejected, problem });

  test("says why, before the next step", () => {
    expect(words("en", dayMs, failed)).toEqual({
      title: "Verifik token expires in 1 day",
      body: "Not renewed automatically. Verifik did not answer. Click here to renew it.",
    });
    expect(words("es", dayMs, { kind: "needs-keyring" }).body).toBe(
      "No se renovó automáticamente. A la espera de un llavero. Haz clic aquí para renovarlo.",
    );
    expect(words("en", 0, { ...failed, failure: "not-stored" }).body).toBe(
      "Not renewed automatically. The new token could not be stored. Click here to log in again.",
    );
  });

  test("says that Verifik rejected it, and asks for a login", () => {
    expect(words("en", dayMs, { ...failed, failure: "token-rejected", triesOver: true }, true)).toEqual({
      title: "Token rejected by Verifik",
      body: "Not renewed automatically. Verifik no longer accepts the token. Click here to log in again.",
    });
  });

  test("gives no reason where nothing went wrong", () => {
    expect(words("en", dayMs, undefined).body).toBe("Click here to renew it.");
  });
});
