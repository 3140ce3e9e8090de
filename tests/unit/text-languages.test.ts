import { describe, expect, test } from "vitest";
import { countdown } from "../../texts/duration.ts";
import { type Texts, textsFor } from "../../texts/index.ts";
import { shortDate } from "../../texts/short-date.ts";
import { expiryText } from "../../texts/token-texts.ts";

const { en, es } = { en: textsFor("en"), es: textsFor("es") };

type FunctionArguments = {
  [Key in keyof Texts as Texts[Key] extends (...parts: never[]) => string ? Key : never]: Texts[Key] extends (
    ...parts: infer Parts
  ) => string
    ? readonly Parts[]
    : never;
};

/** It ends with a full stop of its own: "3:04 p. m." */
const colombianTime = shortDate(new Date(2026, 10, 21, 15, 4).getTime(), "es-CO");

/** Sample arguments for every text with parameters. A missing one does not compile. */
const sampleArguments: FunctionArguments = {
  tokenValid: [[{ unit: "day", count: 29 }]],
  tokenExpiresSoon: [[{ unit: "hour", count: 5 }]],
  expiresOn: [["21.11.2026"]],
  expiresAround: [["21.11.2026"]],
  expiredOn: [["21.11.2026"]],
  startFailed: [["EACCES"]],
  reminderExpiresIn: [[{ unit: "minute", count: 0 }]],
  copyExpiresIn: [["Nov 12", { unit: "day", count: 7 }]],
  copyExpiresInAbout: [["Nov 12", { unit: "day", count: 7 }]],
  copyExpired: [["Nov 12"]],
  copyExpiredAbout: [["Nov 12"]],
  copyLine: [["Nov 12", { unit: "day", count: 5 }]],
  copyLineExpired: [["Nov 12"]],
  copyRevoked: [["Nov 12"]],
  copyDismissed: [["Nov 12"]],
  loggedOutCopy: [["Nov 12", colombianTime]],
  codeSent: [
    ["whatsapp", "+57 ••••••••67"],
    ["sms", "+57 ••••••••67"],
    ["other", "+57 ••••••••67"],
  ],
  phoneHelp: [["Colombia", "+57"]],
  codeExpiresIn: [[61_000]],
  resendIn: [[61_000]],
  nextCodeIn: [[61_000]],
  tryAgainIn: [[61_000]],
  codeExpiresInSpoken: [[300_000, "en"]],
  countriesFound: [[1], [245]],
  left: [[{ unit: "day", count: 29 }], [{ unit: "hour", count: 1 }], [{ unit: "minute", count: 0 }]],
  leftOfLife: [
    [
      { unit: "day", count: 29 },
      { unit: "day", count: 30 },
    ],
    [
      { unit: "hour", count: 1 },
      { unit: "day", count: 30 },
    ],
  ],
  noneOfLifeLeft: [[{ unit: "day", count: 30 }]],
  startDate: [[1_795_000_000_000, "en"]],
  wouldExpireOn: [["21.11.2026"]],
  copiedClearsIn: [[45_000], [112_000]],
  accepted: [[{ unit: "minute", count: 0 }], [{ unit: "minute", count: 2 }]],
  envLine: [["VERIFIK_TOKEN"]],
  copied: [[45_000], [undefined]],
  credits: [
    [1, "en"],
    [1250, "en"],
  ],
  months: [[1], [12]],
  renewsFor: [[1], [12]],
  tokenRenewed: [[colombianTime]],
  notRenewed: [["Verifik"]],
  nextRenewalOn: [["12/18"]],
  nextRenewalAt: [[colombianTime]],
  nextTryOn: [["12/18"]],
  nextTryAt: [[colombianTime]],
  renewedAutomatically: [["Nov 28"]],
  renewsItselfOn: [["Dec 18"]],
  days: [[1], [14]],
  ownReminderInvalid: [[365]],
  loggedOut: [[colombianTime]],
  commandLineUses: [
    [1, "9:10", "9:10"],
    [14, "9:10", "10:42"],
  ],
  unreadable: [
    [{ reason: "no-keyring" }],
    [{ reason: "other-keyring", encryptedBy: "KWallet", present: "GNOME Keyring" }],
    [{ reason: "other-key" }],
  ],
  missingTray: [["none"], ["none-on-gnome"], ["refused"]],
  storeProblem: [["damaged"], ["newer"], ["unreachable"]],
  otherOrigin: [["http://127.0.0.1:8080"]],
  updateCheckHint: [["1.2.2", "api.github.com"]],
  updateAvailable: [["1.2.3"]],
};

/** Every text in each of its forms, without the failures. */
function allTexts({ failures: _failures, ...texts }: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      if (typeof text === "string") return [[key, text]];
      if (typeof text === "object") return Object.entries(text).map(([name, part]) => [`${key} ${name}`, part]);
      const format = text as (...values: readonly unknown[]) => string;
      return sampleArguments[key as keyof FunctionArguments].map((values) => [
        `${key} ${JSON.stringify(values)}`,
        format(...values),
      ]);
    }),
  );
}

/** Names and words that are equal in both languages. */
const sameInBoth = ["productName", "generalHeading"];

test("both languages have the same texts", () => {
  expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  expect(Object.keys(es.failures).sort()).toEqual(Object.keys(en.failures).sort());
});

test("every text is present and translated", () => {
  const english = allTexts(en);
  const spanish = allTexts(es);
  expect(Object.keys(english).length).toBeGreaterThan(40);
  for (const [key, text] of Object.entries(english)) {
    expect(text.trim(), key).not.toBe("");
    expect(spanish[key]?.trim(), key).not.toBe("");
    expect(`${text} ${spanish[key]}`, key).not.toMatch(/undefined|NaN|\[object|\(\)| {2}/);
    expect(spanish[key] === text, `${key}: ${text}`).toBe(sameInBoth.includes(key));
  }
});

test("a sentence that ends with a time has one full stop", () => {
  expect(colombianTime).toMatch(/\.$/);
  for (const text of Object.values({ ...allTexts(en), ...allTexts(es) })) expect(text).not.toMatch(/\.\./);
  expect(es.loggedOut("21/11/2026")).toMatch(/2026\.$/);
});

test("the code form names the channel of the code", () => {
  const codeSent = (texts: Texts) =>
    (["whatsapp", "sms", "other"] as const).map((way) => texts.codeSent(way, "+57 •67"));
  expect(codeSent(en)).toEqual(["Sent by WhatsApp to +57 •67", "Sent by SMS to +57 •67", "Sent to +57 •67"]);
  expect(codeSent(es)).toEqual(["Enviado por WhatsApp al +57 •67", "Enviado por SMS al +57 •67", "Enviado al +57 •67"]);
});

describe("a countdown", () => {
  test.each([
    [600_000, "10:00"],
    [599_001, "10:00"],
    [599_000, "9:59"],
    [61_000, "1:01"],
    [1, "0:01"],
    [0, "0:00"],
    [-5000, "0:00"],
    [86_400_000, "1440:00"],
  ])("of %i ms shows %s", (remainingMs, shown) => {
    expect(countdown(remainingMs)).toBe(shown);
  });
});

describe("the expiry", () => {
  const expiresAtMs = new Date(2026, 11, 21, 15, 4).getTime();
  const token = { status: "valid", remainingMs: 1, expiresAtMs, expiryEstimated: false } as const;

  test("has the locale's date format, with year and time", () => {
    expect(shortDate(expiresAtMs, "en-GB")).toMatch(/^21 Dec\w* 2026\b.* 15:04$/);
    expect(shortDate(expiresAtMs, "en-US")).toMatch(/^Dec\w* 21, 2026\b.* 3:04.PM$/);
    expect(shortDate(expiresAtMs, "es-CO")).toMatch(/^21\b.*\b2026\b.* 3:04.p\..m\.$/);
  });

  test("says if it is an estimate or in the past", () => {
    expect(expiryText(en, token, "en-GB")).toMatch(/^Expires on 21 Dec/);
    expect(expiryText(en, { ...token, expiryEstimated: true }, "en-GB")).toMatch(/^Expires around .* \(estimated\)$/);
    expect(expiryText(en, { ...token, status: "expired" }, "en-GB")).toMatch(/^Expired on 21 Dec/);
    expect(expiryText(es, token, "es")).toMatch(/^Vence el 21 .*dic/);
    expect(expiryText(es, { ...token, expiryEstimated: true }, "es")).toMatch(/^Vence hacia el .* \(estimado\)$/);
    expect(expiryText(es, { ...token, status: "expired", expiryEstimated: true }, "es")).toMatch(/^Venció el 21/);
  });
});
