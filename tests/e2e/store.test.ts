import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { logIn, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

function setAside(app: TrayApp): string[] {
  return readdirSync(dirname(app.storeFile())).filter((name) => name.startsWith("token.set-aside-"));
}

// tests/trust/node/store-places.test.ts tries all other kinds of broken content.
test("garbage in the place of token.json is set aside, and the app starts and says so", async ({ launch, sandbox }) => {
  const first = await launch({ args: ["--hidden"] });
  await first.quit();
  writeFileSync(first.storeFile(), "\u0000\u0001not json at all");

  const app = await launch();
  const page = await app.window();
  await expect(page.getByText(/The file with the stored token was damaged. It was set aside/)).toBeVisible();
  expect(setAside(app)).toHaveLength(1);
  await logIn(page, sandbox, ana);
  await expect.poll(() => app.readStore()).toContain("ciphertext");
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  await expect.poll(() => setAside(app)).toEqual([]);
});

test("a token file of a newer version is set aside, and the window says so", async ({ launch }) => {
  const first = await launch({ args: ["--hidden"] });
  await first.quit();
  writeFileSync(first.storeFile(), '{"schemaVersion":2,"tokens":[]}');
  const app = await launch();
  await expect(
    (await app.window()).getByText(/was written by a newer version of Verifik Tray. It was set aside/),
  ).toBeVisible();
  expect(setAside(app)).toHaveLength(1);
});

test("the app starts with a folder or a broken link in the place of token.json", async ({ launch, launchLoggedIn }) => {
  const first = await launch({ args: ["--hidden"] });
  await first.quit();
  mkdirSync(first.storeFile());
  const { app: second } = await launchLoggedIn();
  await second.waitForStatus("Token valid · 29 days left");
  await second.quit();

  rmSync(first.storeFile());
  // The link leads into the test's own folder, because root could write to any other place.
  symlinkSync(join(dirname(first.storeFile()), "nowhere", "token.json"), first.storeFile());
  const { app: third } = await launchLoggedIn();
  await third.waitForStatus("Token valid · 29 days left");
});

test("a disk that refuses leaves the token in memory, and window and tray say so", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  // A full folder in the file's place makes every write fail, even root's.
  mkdirSync(join(app.storeFile(), "in the way"), { recursive: true });
  await logIn(page, sandbox, ana);
  await expect(page.getByText(/could not be written to disk, so it is kept in memory only/)).toBeVisible();
  expect(await app.menuLabels()).toContain("Kept in memory only, until you quit");
});
