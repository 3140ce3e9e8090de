import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "../../../main/log/redact.ts";

const runs = { numRuns: 1_000 };

function text(alphabet: string, least: number, most = least): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: least, maxLength: most })
    .map((characters) => characters.join(""));
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const base64url = `${letters}${digits}-_`;
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const claims = fc.record({ clientId: text("0123456789abcdef", 24), JWTPhrase: text(letters, 5, 20), iat: fc.nat() });
const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");
const jwt = fc
  .tuple(claims, text(base64url, 43))
  .map(([body, signature]) => `${header}.${Buffer.from(JSON.stringify(body)).toString("base64url")}.${signature}`);
const bcryptHash = fc
  .tuple(fc.constantFrom("2a", "2b", "2y"), text(`${letters}${digits}./`, 53))
  .map(([version, rest]) => `$${version}$10$${rest}`);
const key = text(base32, 16, 32);
const keyInFours = key.map((whole) => whole.match(/.{4}/g)?.join(" ") ?? whole);
const opaqueToken = text(base64url, 32, 80).filter((token) => /[A-Z0-9]/.test(token));
const otp = text(digits, 6);

/** Separators in phone numbers as people type and paste them, invisible marks included. */
const separators = [" ", "-", "\u00a0", "\u2011", ") ", " (", "/", "\u202a", "."];
const phone = fc
  .tuple(text(digits, 7, 15), fc.array(fc.constantFrom("", "", ...separators), { minLength: 15, maxLength: 15 }))
  .map(([number, gaps]) => ({
    number,
    written: `+${[...number].map((digit, at) => digit + (at < number.length - 1 ? (gaps[at] ?? "") : "")).join("")}`,
  }));

/** Any text around the secret. */
const around = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 10 }),
  fc.constantFrom(" ", '"', "=", ": ", "\n", ""),
);

function digitsOf(line: string): string {
  return line.replace(/\P{Nd}/gu, "");
}

describe("redacts, whatever is around it,", () => {
  test.each<[string, fc.Arbitrary<string>]>([
    ["a token", jwt],
    ["a token that is no JWT", opaqueToken],
    ["a bcrypt hash", bcryptHash],
    ["an authenticator's key", key],
    ["an authenticator's key in groups of four", keyInFours],
    [
      "an authenticator's key in small letters",
      key.map((text) => text.toLowerCase()).filter((text) => /\d/.test(text)),
    ],
    ["a code", otp],
    ["a code in two halves", otp.map((code) => `${code.slice(0, 3)} ${code.slice(3)}`)],
  ])("%s", (_name, secret) => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        expect(redact(before + value + after)).not.toContain(value);
      }),
      runs,
    );
  });

  test("every long part of a token", () => {
    fc.assert(
      fc.property(jwt, fc.nat(), fc.nat(), (token, from, to) => {
        const piece = token.slice(from % token.length).slice(0, 24 + (to % token.length));
        fc.pre(piece.length >= 20 && /[A-Z0-9]/.test(piece));
        for (const part of piece.split(".")) if (part.length >= 20) expect(redact(`x ${piece} y`)).not.toContain(part);
      }),
      runs,
    );
  });

  test("a phone number with any separators", () => {
    fc.assert(
      fc.property(phone, ({ number, written }) => {
        expect(digitsOf(redact(`number ${written} was`))).not.toContain(number);
      }),
      runs,
    );
  });

  test("an e-mail address, and a value with a secret's name", () => {
    expect(redact("account ana.gomez@example.co is there")).toBe("account [redacted] is there");
    expect(redact('{"secretKey":"short","otp": "12","x":1}')).toBe('{"secretKey":[redacted],"otp": [redacted],"x":1}');
    expect(redact("Authorization: Bearer abc")).not.toContain("abc");
    expect(redact("data:image/png;base64,iVBORw0")).toBe("[redacted]");
  });
});

test("accepts any text, returns one line, and changes nothing the second time", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        jwt,
        phone.map(({ written }) => written),
      ),
      (line) => {
        const once = redact(line);
        expect(once).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(redact(once)).toBe(once);
      },
    ),
    runs,
  );
});

test("keeps statuses, versions, error names and stack frames", () => {
  for (const line of [
    "answer call=confirm-otp status=403 tookMs=15002",
    "started version=0.1.0 electron=45.14.12 platform=linux release=6.12.105 desktop=ubuntu:GNOME keyring=gnome_libsecret",
    "token state=kept place=memory-after-write-failure rejected=false",
    "exception error=TypeError at=application.cjs:1:234_567,task_queues:95:5",
    "call-failed call=revoke-tokens failure=revocation-unanswered",
  ]) {
    expect(redact(line)).toBe(line);
  }
});

test("redacts a long line within two seconds", () => {
  const hostile = [
    digits.repeat(10_000),
    "1 ".repeat(50_000),
    "eyJ".repeat(30_000),
    "AAAA ".repeat(20_000),
    "a.".repeat(50_000),
    "a@".repeat(50_000),
  ];
  const beganAtMs = performance.now();
  for (const line of hostile) redact(line);
  expect(performance.now() - beganAtMs).toBeLessThan(2_000);
});
