import { expect, test } from "vitest";
import { unbrokenDate } from "../../../renderer/components/unbroken-date.ts";

const momentMs = new Date(2026, 11, 22, 15, 4).getTime();

test.each([
  ["en-US", ["Dec 22, 2026,", "3:04 PM"]],
  ["en-GB", ["22 Dec 2026,", "15:04"]],
  ["es-CO", ["22/12/2026,", "3:04 p. m."]],
  ["es", ["22 dic 2026,", "15:04"]],
] as const)("a date in %s breaks only between date and time", (locale, lines) => {
  // A plain space is the only place where a line can break.
  const parts = unbrokenDate(momentMs, locale).split(" ");
  expect(parts.map((part) => part.replace(/\s/g, " "))).toEqual(lines);
});
