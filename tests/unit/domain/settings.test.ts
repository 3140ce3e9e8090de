import { describe, expect, test } from "vitest";
import {
  clearsAfterMs,
  clipboardClearings,
  defaultSettings,
  enabledOffsets,
  isVariableName,
  type Settings,
  usualVariableNames,
} from "../../../domain/settings.ts";

const silent = { "7-days": false, "1-day": false, "1-hour": false, expiry: false };

describe("the enabled reminders", () => {
  test("are the four fixed ones by default", () => {
    expect(enabledOffsets(defaultSettings)).toEqual(["7-days", "1-day", "1-hour", "expiry"]);
  });

  test.each<[string, Settings["reminders"], Settings["ownReminder"], readonly string[]]>([
    ["none", silent, { enabled: false, days: 14 }, []],
    ["some", { ...silent, "1-hour": true }, { enabled: false, days: 14 }, ["1-hour"]],
    ["only an own one", silent, { enabled: true, days: 14 }, ["14-days"]],
    ["an own one too", { ...silent, expiry: true }, { enabled: true, days: 3 }, ["3-days", "expiry"]],
    ["an own one that is a fixed one, once", { ...silent, "1-day": true }, { enabled: true, days: 1 }, ["1-day"]],
    ["an own one in the place of a fixed one", silent, { enabled: true, days: 7 }, ["7-days"]],
  ])("can be %s", (_what, reminders, ownReminder, leads) => {
    expect(enabledOffsets({ ...defaultSettings, reminders, ownReminder })).toEqual(leads);
  });
});

describe("a variable's name", () => {
  test.each([...usualVariableNames, "a", "_", "token2", "A".repeat(64)])("may be %s", (name) => {
    expect(isVariableName(name)).toBe(true);
  });

  test.each(["", "2FAST", "MY TOKEN", "MY-TOKEN", "A=B", "$A", "ÑANDÚ", "A\n", "A".repeat(65)])(
    "may not be %j",
    (name) => {
      expect(isVariableName(name)).toBe(false);
    },
  );
});

test("each clearing choice has its time", () => {
  expect(clipboardClearings.map(clearsAfterMs)).toEqual([15_000, 45_000, 120_000, undefined]);
});
