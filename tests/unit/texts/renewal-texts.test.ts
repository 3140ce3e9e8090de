import { describe, expect, test } from "vitest";
import type { RenewalProblem } from "../../../domain/renewal/renewal-plan.ts";
import type { AutomaticRenewalView } from "../../../preload/contract.ts";
import { textsFor } from "../../../texts/index.ts";
import { renewalLine } from "../../../texts/renewal-texts.ts";

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

describe("the line below the switch", () => {
  test.each<[string, Partial<AutomaticRenewalView>, string, string]>([
    [
      "says while it is off that a code is needed later",
      { isOn: false },
      "Off: you need a code after it expires",
      "Apagada: al vencer se pide un código",
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
      "Verifik did not answer · next try at 2:28 PM",
      "Verifik no respondió · nuevo intento a las 2:28 p. m.",
    ],
    [
      "says that there is no further try",
      { problem: { ...failed, failure: "refused", triesOver: true } },
      "Verifik refused it · no further try",
      "Verifik no lo permitió · no habrá otro intento",
    ],
    [
      "says that it waits for a keyring",
      { problem: { kind: "needs-keyring" } },
      "Waits for a keyring",
      "A la espera de un llavero",
    ],
  ])("%s", (_fact, view, english, spanish) => {
    const line = (language: "en" | "es", locale: string) =>
      renewalLine(textsFor(language), { ...on, ...view }, nowMs, locale).replace(/[\u00a0\u202f]/g, " ");
    expect(line("en", "en-US")).toBe(english);
    expect(line("es", "es-CO")).toBe(spanish);
  });
});
