import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { expect, test } from "../fixtures/app-test.ts";

/** The switch in the settings; nothing else of the app needs the window here. */
async function startAtLogin(app: TrayApp) {
  await app.trayItem.clickMenu("Settings…");
  return (await app.window()).getByRole("switch", { name: "Start when I sign in" });
}

function entryOf(desktop: PrivateDesktop): string {
  return join(String(desktop.env.XDG_CONFIG_HOME), "autostart", "io.github.verifik_tray.VerifikTray.desktop");
}

test("writes an autostart entry, mends it after the app has moved, and leaves one that was switched off", async ({
  launch,
  desktop,
}) => {
  // Here the app chooses the keyring. The entry must not keep that choice: the next login may be to another desktop.
  const first = await launch({ args: ["--hidden"], env: { XDG_CURRENT_DESKTOP: "sway" } });
  await (await startAtLogin(first)).check();
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(true);
  const right = readFileSync(entryOf(desktop), "utf8");
  expect(right).toMatch(new RegExp(`^Exec="${process.env.VERIFIK_TRAY_ELECTRON}" "${projectFolder}" "--hidden"$`, "m"));
  await (await startAtLogin(first)).uncheck();
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(false);
  await first.quit();

  writeFileSync(entryOf(desktop), right.replace(/^Exec=.*$/m, 'Exec="/somewhere/else/verifik-tray" "--hidden"'));
  const store = "--password-store=gnome-libsecret";
  const second = await launch({ args: ["--hidden", store] });
  const keepsStore = right.replace('"--hidden"', `"${store}" "--hidden"`);
  await expect.poll(() => readFileSync(entryOf(desktop), "utf8")).toBe(keepsStore);
  await second.quit();

  const anotherCopy = right.replace(/^Exec=.*$/m, 'Exec="/bin/true" "--hidden"');
  writeFileSync(entryOf(desktop), anotherCopy);
  const beside = await launch({ args: ["--hidden"] });
  await beside.waitUntilLoaded();
  expect(readFileSync(entryOf(desktop), "utf8")).toBe(anotherCopy);
  await beside.quit();

  const switchedOff = `${right.replace(/^Exec=.*$/m, "Exec=old")}Hidden=true\n`;
  writeFileSync(entryOf(desktop), switchedOff);
  const third = await launch({ args: ["--hidden"] });
  await third.waitUntilLoaded();
  expect(readFileSync(entryOf(desktop), "utf8")).toBe(switchedOff);
});

test("says in the window that the autostart folder refuses the entry, and starts all the same", async ({
  launch,
  desktop,
}) => {
  // A file in the folder's place, which not even root can make an entry in.
  writeFileSync(join(String(desktop.env.XDG_CONFIG_HOME), "autostart"), "");
  const app = await launch({ args: ["--hidden"] });
  await (await startAtLogin(app)).click();
  await expect((await app.window()).getByRole("alert")).toContainText(
    "The setting to start at sign-in could not be changed.",
  );
});
