import { expect, test } from "vitest";
import { shownDate } from "../../../renderer/components/shown-date.ts";

const momentMs = new Date(2026, 11, 22, 15, 4).getTime();

test.each([
  ["en-US", ["Dec 22, 2026,", "3:04 PM"]],
  ["en-GB", ["22 Dec 2026,", "15:04"]],
  ["es-CO", ["22/12/2026,", "3:04 p. m."]],
  ["es", ["22 dic 2026,", "15:04"]],
] as const)("in %s a line ends between date and time at most", (locale, lines) => {
  const shown = shownDate(momentMs, locale);
  // Only this space lets a line end.
  expect(shown.split(" ").map((line) => line.replace(/\s/g, " "))).toEqual(lines);
});
