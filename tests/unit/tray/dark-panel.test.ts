import { expect, test } from "vitest";
import { hasDarkPanel } from "../../../main/tray/dark-panel.ts";

test.each([
  ["GNOME", true],
  ["ubuntu:GNOME", true],
  // Its panel is light in its light theme.
  ["zorin:GNOME", false],
  ["GNOME-Classic:GNOME", false],
  ["Budgie:GNOME", false],
  ["KDE", false],
  [undefined, false],
])("the tray icon has the colours for dark panels on GNOME's own top bar only: %s", (desktop, isDark) => {
  expect(hasDarkPanel(desktop)).toBe(isDark);
});
