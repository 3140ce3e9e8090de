import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

// tests/trust/node/store-places.test.ts tries all other kinds of broken content.
test("in the place of token.json a file of a newer version is set aside, then garbage, and the window says so each time", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const newer = '{"schemaVersion":2,"tokens":[]}';
  const garbage = "\u0000\u0001not json at all";
  const folder = join(String(desktop.env.XDG_CONFIG_HOME), "verifik-tray");
  mkdirSync(folder);
  const setAside = () => readdirSync(folder).filter((name) => name.startsWith("token.set-aside-"));
  writeFileSync(join(folder, "token.json"), newer);
  const first = await launch();
  await expect(
    (await first.window()).getByText(/was written by a newer version of Verifik Tray. It was set aside/),
  ).toBeVisible();
  expect(setAside().map((name) => readFileSync(join(folder, name), "utf8"))).toEqual([newer]);
  await first.quit();

  writeFileSync(join(folder, "token.json"), garbage);
  const app = await launch();
  const page = await app.window();
  await expect(page.getByText(/The file with the stored token was damaged. It was set aside/)).toBeVisible();
  expect(setAside().map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(
    expect.arrayContaining([newer, garbage]),
  );
  await logIn(page, sandbox, ana);
  await expect.poll(() => app.readStore()).toContain("ciphertext");
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  await expect.poll(setAside).toEqual([]);
});

// The trust suite tries these and more places without a start, and the worst of them with one.
test("the app starts with a folder or a broken link in the place of token.json", { tag: "@all" }, async ({
  launch,
  launchLoggedIn,
}) => {
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
