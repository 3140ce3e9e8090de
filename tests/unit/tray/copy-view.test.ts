import { expect, test } from "vitest";
import { type CopiedToken, copyOf } from "../../../domain/token/copied-token.ts";
import { copyReminderWords } from "../../../main/notifications/reminder-words.ts";
import { copyView } from "../../../main/views/copy-view.ts";
import { desktopTexts } from "../../../texts/desktop.ts";

const dayMs = 24 * 60 * 60 * 1000;
const copiedAtMs = new Date(2026, 10, 12, 9).getTime();
const expiresAtMs = copiedAtMs + 30 * dayMs;
const maskedPhone = "+57 ••••••••67";
const of = { obtainedAtMs: copiedAtMs, expiresAtMs, expiryEstimated: false, maskedPhone, remindersDone: [] };
const copied = copyOf(of, copiedAtMs);
const newer = { obtainedAtMs: copiedAtMs + 9, expiresAtMs: expiresAtMs + 9 * dayMs, maskedPhone, rejected: false };

test("a copy is none beside itself", () => {
  expect(copyView(copied, { ...of, rejected: false }, copiedAtMs)).toBeUndefined();
});

test.each([
  [8, false],
  [7, true],
  [0, true],
  [-6.9, true],
  [-7, false],
])("%d days before its end the menu names it: %s", (days, inMenu) => {
  expect(copyView(copied, newer, expiresAtMs - days * dayMs)).toMatchObject({ inMenu });
});

test.each([
  ["a usable one of the same number", newer, true],
  ["one of another number", { ...newer, maskedPhone: "+57 ••••••••12" }, false],
  ["a rejected one", { ...newer, rejected: true }, false],
  ["an expired one", { ...newer, expiresAtMs: copiedAtMs }, false],
  ["none", undefined, false],
])("beside %s there is a newer one to copy: %s", (_what, present, newerHere) => {
  expect(copyView(copied, present, expiresAtMs - dayMs)).toMatchObject({ newerHere });
});

function words(copy: CopiedToken, leftMs: number, language: "en" | "es", newerHere = true) {
  const shown = { ...copy, newerHere, remainingMs: leftMs };
  const { title, body } = copyReminderWords(desktopTexts(language, "sentence"), shown, language);
  return `${title}. ${body}`;
}

test("the reminder of a copy names the day of copying, its end and the next step", () => {
  expect(words(copied, 7 * dayMs - 1, "en")).toBe(
    "The token you copied on Nov 12 expires in 7 days. A newer one is here: copy it to where you use it.",
  );
  expect(words(copied, 7 * dayMs - 1, "es")).toBe(
    "El token que copiaste el 12 de noviembre vence en 7 días. Aquí hay uno más nuevo: cópialo donde lo uses.",
  );
  expect(words(copied, 0, "en", false)).toBe("The token you copied on Nov 12 has expired. Log in to get a new one.");
  expect(words(copied, -dayMs, "es", false)).toBe(
    "El token que copiaste el 12 de noviembre venció. Inicia sesión para obtener uno nuevo.",
  );
});

test("the reminder of a copy has the year when it is another, and says when its end is an estimate", () => {
  expect(words(copied, expiresAtMs - new Date(2027, 0, 2).getTime(), "en")).toMatch(
    /copied on Nov 12, 2026 has expired/,
  );
  const estimated = { ...copied, expiryEstimated: true };
  expect(words(estimated, dayMs, "en")).toMatch(/expires in about 1 day\./);
  expect(words(estimated, 20_000, "en")).toMatch(/expires in less than a minute\./);
  expect(words(estimated, 0, "en")).toMatch(/has probably expired/);
});
