import { expect, test } from "vitest";
import { currentDesktop } from "../../../main/system/current-desktop.ts";

// As Electron leaves the variables.
test.each<[NodeJS.ProcessEnv, string | undefined]>([
  [{ XDG_CURRENT_DESKTOP: "Unity", ORIGINAL_XDG_CURRENT_DESKTOP: "ubuntu:GNOME" }, "ubuntu:GNOME"],
  [{ XDG_CURRENT_DESKTOP: "XFCE", ORIGINAL_XDG_CURRENT_DESKTOP: "XFCE" }, "XFCE"],
  [{ ORIGINAL_XDG_CURRENT_DESKTOP: "undefined" }, undefined],
])("with %j the desktop names itself %s", (env, name) => {
  expect(currentDesktop(env)).toBe(name);
});
