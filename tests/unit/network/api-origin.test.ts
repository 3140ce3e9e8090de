import { describe, expect, test } from "vitest";
import { readApiOrigin } from "../../../main/config.ts";

function read(VERIFIK_API_URL: string | undefined): string {
  const origin = readApiOrigin({ VERIFIK_API_URL });
  return origin.ok ? origin.value : `refused: ${origin.error}`;
}

describe("the API is", () => {
  test.each([
    [undefined, "https://api.verifik.co"],
    ["", "https://api.verifik.co"],
    ["https://api.verifik.co", "https://api.verifik.co"],
    ["https://api.verifik.co/", "https://api.verifik.co"],
    ["https://API.Verifik.co:443", "https://api.verifik.co"],
    ["https://staging.example:8443", "https://staging.example:8443"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://127.0.0.1:80", "http://127.0.0.1"],
    ["http://127.1", "http://127.0.0.1"],
    ["http://127.9.8.7:1", "http://127.9.8.7:1"],
    ["http://2130706433", "http://127.0.0.1"],
    ["http://0x7f.0.0.1:81", "http://127.0.0.1:81"],
    ["http://0177.0.0.1", "http://127.0.0.1"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://LOCALHOST", "http://localhost"],
    ["http://[::1]:80", "http://[::1]"],
    ["http://[0:0:0:0:0:0:0:1]:9", "http://[::1]:9"],
  ])("for VERIFIK_API_URL=%j: %s", (given, origin) => {
    expect(read(given)).toBe(origin);
  });
});

describe("VERIFIK_API_URL is refused", () => {
  test.each([
    ["http://api.verifik.co", "plain http to another computer"],
    ["http://192.168.1.5:8080", "plain http to another computer"],
    ["http://0.0.0.0:8080", "plain http to another computer"],
    ["http://localhost.evil.com", "plain http to another computer"],
    ["http://evil-localhost", "plain http to another computer"],
    ["http://127.0.0.1.evil.com", "plain http to another computer"],
    ["http://127.evil.com", "plain http to another computer"],
    ["http://128.0.0.1", "plain http to another computer"],
    ["http://2130706432.evil.com", "plain http to another computer"],
    ["http://3232235777", "plain http to another computer"],
    ["http://[::2]", "plain http to another computer"],
    ["http://[::ffff:192.168.1.5]", "plain http to another computer"],
    ["https://user@api.verifik.co", "an address with a user name or password"],
    ["https://:secret@api.verifik.co", "an address with a user name or password"],
    ["http://127.0.0.1@evil.com", "an address with a user name or password"],
    ["http://localhost:80@evil.com", "an address with a user name or password"],
    ["https://api.verifik.co/v2", "more than an origin"],
    ["https://api.verifik.co?a=b", "more than an origin"],
    ["https://api.verifik.co#a", "more than an origin"],
    ["http://127.0.0.1\\@evil.com", "more than an origin"],
    ["ftp://127.0.0.1", "neither https nor http"],
    ["ws://127.0.0.1", "neither https nor http"],
    ["file:///", "neither https nor http"],
    ["javascript:alert(1)", "neither https nor http"],
    ["data:,", "neither https nor http"],
    ["localhost:3000", "neither https nor http"],
    ["api.verifik.co", "not an address"],
    ["//api.verifik.co", "not an address"],
    ["https://", "not an address"],
    ["http://127.0.0.1:99999", "not an address"],
    ["http://127.0.0.256", "not an address"],
  ])("%j: it is %s", (given, why) => {
    expect(read(given)).toContain(`refused: VERIFIK_API_URL is ${why}: `);
  });

  test("in one line that names the allowed forms and quotes neither host nor password", () => {
    const refusal = read("https://me:pass-word@evil.example/\n/x");
    expect(refusal).toMatch(/^refused: .* use https:\/\/…, or http:\/\/… on 127\.0\.0\.1, \[::1\] or localhost\.$/);
    expect(refusal).not.toMatch(/pass-word|evil/);
  });
});

describe("a test build", () => {
  const readForTests = (VERIFIK_API_URL: string | undefined) =>
    readApiOrigin({ VERIFIK_API_URL }, { loopbackOnly: true });

  test.each([undefined, ""])("uses a sandbox on this computer by default (VERIFIK_API_URL=%j)", (given) => {
    expect(readForTests(given)).toEqual({ ok: true, value: "http://127.0.0.1:8765" });
  });

  test.each(["http://127.0.0.1:9", "https://localhost:9", "http://[::1]:9"])("accepts %s", (given) => {
    expect(readForTests(given)).toEqual({ ok: true, value: given });
  });

  test.each(["https://api.verifik.co", "https://localhost.example", "https://128.0.0.1", "http://10.0.0.1"])(
    "refuses %s",
    (given) => {
      expect(readForTests(given).ok).toBe(false);
    },
  );
});
