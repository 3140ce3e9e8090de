import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

vi.mock("electron", () => ({ app: {} }));

const { chromiumChooses, passwordStore } = await import("../../../main/startup/password-store.ts");

test.each([
  [["org.freedesktop.secrets"], "gnome-libsecret"],
  [["org.freedesktop.secrets", "org.kde.kwalletd6"], "gnome-libsecret"],
  [["org.kde.kwalletd6"], "kwallet6"],
  [["org.kde.kwalletd5"], "kwallet5"],
  [[], "gnome-libsecret"],
])("where D-Bus can start %j, the token goes to %s, never to Chromium's basic store", (services, store) => {
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  try {
    mkdirSync(join(folder, "dbus-1/services"), { recursive: true });
    for (const service of services) writeFileSync(join(folder, "dbus-1/services", `${service}.service`), "");
    expect(passwordStore({ HOME: "/nonexistent", XDG_DATA_DIRS: folder })).toBe(store);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each<[NodeJS.ProcessEnv, boolean]>([
  [{ XDG_CURRENT_DESKTOP: "XFCE" }, true],
  [{ XDG_CURRENT_DESKTOP: "ubuntu:GNOME" }, true],
  [{ XDG_CURRENT_DESKTOP: "KDE", KDE_SESSION_VERSION: "6" }, true],
  [{ XDG_CURRENT_DESKTOP: "MATE", DESKTOP_SESSION: "mate" }, true],
  [{ DESKTOP_SESSION: "kde" }, false],
  [{ KDE_FULL_SESSION: "true", KDE_SESSION_VERSION: "5" }, true],
  [{ XDG_CURRENT_DESKTOP: "LXQt", DESKTOP_SESSION: "gnome" }, false],
  [{ XDG_CURRENT_DESKTOP: "sway:wlroots" }, false],
  [{}, false],
])("on the desktop %j Chromium's own choice of a keyring stands: %s", (env, stands) => {
  expect(chromiumChooses(env)).toBe(stands);
});
