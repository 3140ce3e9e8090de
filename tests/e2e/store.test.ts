import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { logIn } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

/** The token's file of an app that starts later, in a folder that exists. */
function makeStoreFolder({ env }: PrivateDesktop): string {
  const file = join(String(env.XDG_CONFIG_HOME), "verifik-tray", "token.json");
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/** The contents of the files that were set aside. */
function setAside(storeFile: string): string[] {
  const folder = dirname(storeFile);
  const names = readdirSync(folder).filter((name) => name.startsWith("token.set-aside-"));
  return names.map((name) => readFileSync(join(folder, name), "utf8"));
}

// tests/integration/storage/json-store.test.ts and token-file.test.ts have the other kinds of damage.
test("a damaged token file is set aside, and the app starts and says so", async ({
  launchWithWindow,
  sandbox,
  desktop,
}) => {
  const file = makeStoreFolder(desktop);
  writeFileSync(file, '{"tokens": {"http');
  const { app, page } = await launchWithWindow();
  await expect(page.getByText(/The file with the stored token was damaged. It was set aside/)).toBeVisible();
  expect(setAside(file)).toEqual(['{"tokens": {"http']);
  await logIn(page, sandbox, ana);
  await app.waitForStatus("Token valid · 29 days left");
  await expect.poll(() => app.readStore()).toContain("ciphertext");
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  await expect.poll(() => setAside(file)).toEqual([]);
});

test("a store of a newer version is set aside, and the window says so", async ({ launchWithWindow, desktop }) => {
  const file = makeStoreFolder(desktop);
  writeFileSync(file, '{"schemaVersion":2,"tokens":[]}');
  const { page } = await launchWithWindow();
  await expect(page.getByText(/was written by a newer version of Verifik Tray. It was set aside/)).toBeVisible();
  expect(setAside(file)).toHaveLength(1);
});

test("starts and logs in with a folder or a broken link in the token file's place", async ({
  launchLoggedIn,
  desktop,
}) => {
  const file = makeStoreFolder(desktop);
  mkdirSync(file);
  const { app: first } = await launchLoggedIn();
  await first.waitForStatus("Token valid · 29 days left");
  await first.quit();

  rmSync(file);
  // It points into the test's own folder, because a user who may write everywhere would get the token written there.
  symlinkSync(join(dirname(file), "nowhere", "token.json"), file);
  const { app: second } = await launchLoggedIn();
  await second.waitForStatus("Token valid · 29 days left");
});

test("keeps the token in memory where the disk refuses it, and says so in window and tray", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { app, page } = await launchWithWindow();
  // A full folder in the file's place, which no rename replaces, not even root's.
  mkdirSync(join(app.storeFile(), "in the way"), { recursive: true });
  await logIn(page, sandbox, ana);
  await expect(page.getByText(/could not be written to disk, so it is kept in memory only/)).toBeVisible();
  expect(await app.menuLabels()).toContain("Kept in memory only, until you quit");
});
