import { describe, expect, test } from "vitest";
import { defaultUpdateFeed, readAddresses, releasePagePrefix } from "../../../main/config.ts";

function read(VERIFIK_TRAY_UPDATE_FEED: string | undefined): string {
  const addresses = readAddresses({ VERIFIK_TRAY_UPDATE_FEED });
  return addresses.ok ? addresses.value.updateFeed : `refused: ${addresses.error}`;
}

test("the default feed and the release pages are those of our project", () => {
  expect(defaultUpdateFeed).toBe("https://api.github.com/repos/verifik-tray/verifik-tray/releases/latest");
  expect(releasePagePrefix).toBe("https://github.com/verifik-tray/verifik-tray/releases/tag/v");
});

describe("the feed is", () => {
  test.each([
    [undefined, defaultUpdateFeed],
    ["", defaultUpdateFeed],
    ["https://updates.example", "https://updates.example/"],
    ["https://updates.example/verifik-tray/latest.json?x=1", "https://updates.example/verifik-tray/latest.json?x=1"],
    ["http://127.0.0.1:8080/latest", "http://127.0.0.1:8080/latest"],
    ["http://localhost:8080/latest", "http://localhost:8080/latest"],
    ["http://[::1]:8080/latest", "http://[::1]:8080/latest"],
  ])("for VERIFIK_TRAY_UPDATE_FEED=%j: %s", (given, feed) => {
    expect(read(given)).toBe(feed);
  });
});

describe("VERIFIK_TRAY_UPDATE_FEED is refused", () => {
  test.each([
    ["http://updates.example/latest", "plain http to another computer"],
    ["http://localhost.evil.com/latest", "plain http to another computer"],
    ["https://user:pass-word@updates.example/latest", "an address with a user name or password"],
    ["file:///etc/passwd", "neither https nor http"],
    ["javascript:alert(1)", "neither https nor http"],
    ["updates.example/latest", "not an address"],
  ])("%j: it is %s", (given, why) => {
    expect(read(given)).toBe(
      `refused: VERIFIK_TRAY_UPDATE_FEED is ${why}: use https://…, or http://… on 127.0.0.1, [::1] or localhost.`,
    );
  });
});

test("names the first of two invalid addresses", () => {
  const both = { VERIFIK_API_URL: "ftp://a", VERIFIK_TRAY_UPDATE_FEED: "ftp://b" };
  expect(readAddresses(both)).toMatchObject({ ok: false, error: expect.stringMatching(/^VERIFIK_API_URL is /) });
});
