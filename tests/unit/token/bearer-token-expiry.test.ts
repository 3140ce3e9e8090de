import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../domain/secret.ts";
import { readBearerToken } from "../../../domain/token/bearer-token.ts";
import { base64Url, jwtWith } from "../../fixtures/jwt.ts";

const dayMs = 24 * 60 * 60 * 1000;
const obtainedAtMs = Date.UTC(2024, 4, 29, 3, 41, 27);
const issuedAtSeconds = obtainedAtMs / 1000 - 60;
const expiresAtMs = Date.UTC(2024, 5, 29, 3, 41, 26);

function expiryOf(bearerToken: string) {
  const { expiresAtMs, expiryEstimated } = readBearerToken(new Secret(bearerToken), obtainedAtMs);
  return { expiresAtMs, expiryEstimated };
}

const named = { expiresAtMs, expiryEstimated: false };
const estimatedFromIat = { expiresAtMs: issuedAtSeconds * 1000 + 30 * dayMs, expiryEstimated: true };
const estimatedFromAnswer = { expiresAtMs: obtainedAtMs + 30 * dayMs, expiryEstimated: true };

describe("a token's expiry", () => {
  test.each([
    ["seconds", expiresAtMs / 1000],
    ["milliseconds", expiresAtMs],
    ["seconds in a string", String(expiresAtMs / 1000)],
    ["milliseconds in a string", String(expiresAtMs)],
    ["a UTC moment of the older tokens", "2024-06-29 03:41:26"],
    ["ISO 8601 in UTC", "2024-06-29T03:41:26.000Z"],
    ["ISO 8601 elsewhere", "2024-06-28T22:41:26-05:00"],
    ["a moment with spaces around", " 2024-06-29 03:41:26 "],
  ])("is read as %s", (_form, expiresAt) => {
    expect(expiryOf(jwtWith({ iat: issuedAtSeconds, expiresAt }))).toEqual(named);
  });

  test("is read from exp when expiresAt is missing or makes no sense", () => {
    const exp = expiresAtMs / 1000;
    expect(expiryOf(jwtWith({ exp }))).toEqual(named);
    expect(expiryOf(jwtWith({ iat: issuedAtSeconds, expiresAt: "soon", exp }))).toEqual(named);
  });

  test("is read from expiresAt when exp differs", () => {
    expect(expiryOf(jwtWith({ expiresAt: expiresAtMs / 1000, exp: expiresAtMs / 1000 + 1 }))).toEqual(named);
  });

  test("may be in the past", () => {
    const expiresAt = Date.UTC(2023, 0, 31) / 1000;
    expect(expiryOf(jwtWith({ expiresAt }))).toEqual({ expiresAtMs: expiresAt * 1000, expiryEstimated: false });
  });

  test("is cut to whole milliseconds", () => {
    const { expiresAtMs } = expiryOf(jwtWith({ expiresAt: 1719632486.1237 }));
    expect(expiresAtMs).toBe(1719632486123);
    expect(Number.isSafeInteger(expiryOf(jwtWith({ iat: 1716954087.1239 })).expiresAtMs)).toBe(true);
  });

  describe("without a time zone", () => {
    const timeZone = process.env.TZ;
    afterEach(() => {
      if (timeZone === undefined) delete process.env.TZ;
      else process.env.TZ = timeZone;
    });

    test.each(["2024-06-29 03:41:26", "2024-06-29T03:41:26", "2024-06-29 03:41:26.000", "2024-06-29T03:41:26.000"])(
      "is read as UTC in any local time zone: %s",
      (expiresAt) => {
        for (const elsewhere of ["America/Bogota", "Asia/Tokyo"]) {
          process.env.TZ = elsewhere;
          expect(expiryOf(jwtWith({ expiresAt }))).toEqual(named);
        }
      },
    );
  });
});

describe("an impossible expiry", () => {
  test.each([
    ["before the token was issued", issuedAtSeconds - 1],
    ["more than five years ahead", obtainedAtMs / 1000 + 6 * 366 * 86_400],
    ["zero", 0],
    ["negative", -1],
    ["no number", "tomorrow"],
    ["an impossible date", "2024-13-45 99:99:99"],
    ["digits that are no moment", "20240629"],
    ["empty", ""],
    ["null", null],
    ["a yes", true],
    ["an object", { seconds: 1 }],
    ["a list", [expiresAtMs]],
  ])("(%s) is estimated as 30 days after the token was issued", (_why, expiresAt) => {
    expect(expiryOf(jwtWith({ iat: issuedAtSeconds, expiresAt, exp: expiresAt }))).toEqual(estimatedFromIat);
  });

  test("is also a date before 2020 in a token without iat", () => {
    expect(expiryOf(jwtWith({ expiresAt: Date.UTC(2019, 11, 31) / 1000 }))).toEqual(estimatedFromAnswer);
    expect(expiryOf(jwtWith({ expiresAt: Date.UTC(2020, 0, 1) / 1000 })).expiryEstimated).toBe(false);
  });

  test("is not compared with an impossible iat", () => {
    const iat = Date.UTC(2100, 0, 1) / 1000;
    expect(expiryOf(jwtWith({ iat, expiresAt: expiresAtMs / 1000 }))).toEqual(named);
    expect(expiryOf(jwtWith({ iat }))).toEqual(estimatedFromAnswer);
  });
});

describe("a token without an expiry is accepted, with an estimate of 30 days after the answer", () => {
  test.each([
    ["an opaque one", "vk_live_0123456789abcdef"],
    ["one with dots, but no base64 between them", "a.%%%.c"],
    ["the cut sample of Verifik's pages", "eyJhbGcpXVCJ9.eyJjbGllbnR...JZCIYiUzNjEaIWxYShWeBaRs"],
    ["a payload that is no JSON", `a.${base64Url("{expiresAt:")}.c`],
    ["a payload that is no UTF-8", `a.${Buffer.from('{"ÿ":0,"exp":1719632486}', "latin1").toString("base64url")}.c`],
    ["a payload that is a list", jwtWith([1719632486])],
    ["a payload that is null", jwtWith(null)],
    ["a payload that is a number", jwtWith(1719632486)],
    ["a payload that is a text", jwtWith("expiresAt")],
    ["a payload without claims", jwtWith({})],
    ["only dots", ".."],
  ])("%s", (_kind, bearerToken) => {
    expect(expiryOf(bearerToken)).toEqual(estimatedFromAnswer);
  });
});

test("claims whose base64url contains - and _ are read", () => {
  const bearerToken = jwtWith({ name: "ñ¿>>>???ÿÿ", expiresAt: expiresAtMs / 1000 });
  expect(bearerToken.split(".")[1]).toMatch(/[-_]/);
  expect(expiryOf(bearerToken)).toEqual(named);
});

test("only the expiry is read from a token: no other claim, and not JWTPhrase", () => {
  const bearerToken = new Secret(jwtWith({ JWTPhrase: "secret phrase", clientId: "613375", expiresAt: 1719632486 }));
  const read = readBearerToken(bearerToken, obtainedAtMs);
  expect(Object.keys(read).sort()).toEqual(["bearerToken", "expiresAtMs", "expiryEstimated", "obtainedAtMs"]);
  expect(JSON.stringify(read)).not.toMatch(/phrase|613375/);
  expect(read.bearerToken).toBe(bearerToken);
});
