import { expect, test } from "vitest";
import { isScreenLock, screenLockRules } from "../../../main/system/linux-screen-lock.ts";

const interfaces = ["freedesktop", "gnome", "mate", "cinnamon", "xfce"].map((desktop) => `org.${desktop}.ScreenSaver`);

test.each(interfaces)("%s signals a lock, and the app subscribes to it", (name) => {
  expect(isScreenLock({ interface: name, member: "ActiveChanged", body: [true] })).toBe(true);
  expect(screenLockRules).toContain(`type='signal',interface='${name}',member='ActiveChanged'`);
});

test.each([
  ["an unlock", { interface: "org.gnome.ScreenSaver", member: "ActiveChanged", body: [false] }],
  ["a signal without a value", { interface: "org.gnome.ScreenSaver", member: "ActiveChanged", body: [] }],
  ["a value of another type", { interface: "org.gnome.ScreenSaver", member: "ActiveChanged", body: ["true"] }],
  ["another signal", { interface: "org.gnome.ScreenSaver", member: "WakeUpScreen", body: [true] }],
  ["another interface", { interface: "org.example.Player", member: "ActiveChanged", body: [true] }],
])("%s is not a lock", (_, signal) => {
  expect(isScreenLock(signal)).toBe(false);
});
