import { describe, expect, test } from "vitest";
import { isNewerThan, readReleaseVersion } from "../../../domain/release-version.ts";

function isNewer(own: string, release: string): boolean {
  const version = readReleaseVersion(release);
  if (!version) throw new Error(`${release} is not a version`);
  return isNewerThan(own, version);
}

describe("a release is newer", () => {
  test.each([
    ["1.2.3", "1.2.4"],
    ["1.2.3", "1.3.0"],
    ["1.2.3", "2.0.0"],
    ["1.9.9", "1.10.0"],
    ["9.0.0", "10.0.0"],
    ["0.0.0", "0.0.1"],
    ["1.2.3-beta.1", "1.2.3"],
    ["1.2.3-beta.1+7", "1.2.3"],
    ["1.2.3-beta.1", "1.2.4"],
    ["99998.0.0", "99999.0.0"],
  ])("than %s: %s", (own, release) => {
    expect(isNewer(own, release)).toBe(true);
  });

  test.each([
    ["1.2.3", "1.2.3"],
    ["1.2.3", "1.2.2"],
    ["1.2.3", "1.1.9"],
    ["2.0.0", "1.99999.99999"],
    ["1.10.0", "1.9.9"],
    ["1.2.3+build", "1.2.3"],
    ["1.2.3+build-7", "1.2.3"],
    ["1.2.4-beta.1", "1.2.3"],
    ["a version of one's own", "9.9.9"],
    ["", "9.9.9"],
  ])("but not than %s: %s", (own, release) => {
    expect(isNewer(own, release)).toBe(false);
  });
});

test("a release's version has its text and its numbers", () => {
  expect(readReleaseVersion("10.0.99999")).toEqual({ text: "10.0.99999", numbers: [10, 0, 99_999] });
});
