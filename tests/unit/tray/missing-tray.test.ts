import { expect, test } from "vitest";
import { missingTray } from "../../../main/tray/missing-tray.ts";

test.each([
  ["GNOME", "none-on-gnome"],
  ["ubuntu:GNOME", "none-on-gnome"],
  ["Budgie:GNOME", "none"],
  ["GNOME-Flashback:GNOME", "none"],
  ["XFCE", "none"],
  ["i3", "none"],
  [undefined, "none"],
])("the window names GNOME's extension on GNOME only: %s", (desktop, why) => {
  expect(missingTray({ host: "none", shown: false }, desktop)).toBe(why);
});

test("a tray that refuses the icon is not called missing, also on GNOME", () => {
  expect(missingTray({ host: "status-notifier", shown: false }, "ubuntu:GNOME")).toBe("refused");
});

test.each(["system", "status-notifier", "xembed"] as const)(
  "the window says nothing where the %s tray shows the icon",
  (host) => {
    expect(missingTray({ host, shown: true }, "GNOME")).toBeUndefined();
  },
);
