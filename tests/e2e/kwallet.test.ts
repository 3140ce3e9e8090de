import { KWallet } from "../../desktop-lab/keyring/kwallet.ts";
import { test as base, expect } from "../fixtures/app-test.ts";
import { trayAnswersMs } from "../fixtures/tray-answers.ts";

const args = ["--password-store=kwallet5"];
const inMemory = "Kept in memory only, until you quit";

const test = base.extend<{ wallet: KWallet }>({
  wallet: async ({ desktop }, use) => {
    const wallet = await KWallet.start(desktop.busAddress);
    await use(wallet);
    wallet.close();
  },
});

test.use({ desktopOptions: { keyring: false } });

test("while KWallet asks for its password the tray goes on, and the token is stored once the person has answered", async ({
  launch,
  launchLoggedIn,
  wallet,
}) => {
  const { app, page } = await launchLoggedIn({ args });
  await wallet.untilAsked();
  expect(Math.max(...(await trayAnswersMs(app.trayItem, 3_000)))).toBeLessThan(1_000);
  await expect(page.getByText("Storing the new token…")).toBeVisible();
  wallet.answer(true);
  await expect(page.getByText("Storing the new token…")).toBeHidden();
  expect(await app.menuLabels()).not.toContain(inMemory);
  await app.quit();
  await (await launch({ args })).waitForStatus("Token valid · 29 days left");
});

test("a token is stored when the wallet is opened after the person has refused once, without another question", async ({
  launchLoggedIn,
  wallet,
}) => {
  const { app, page } = await launchLoggedIn({ args });
  await wallet.untilAsked();
  wallet.answer(false);
  await expect(page.getByText(/^No keyring is open, so the token is kept in memory only/)).toBeVisible();
  expect(await app.menuLabels()).toContain(inMemory);
  wallet.openElsewhere();
  await app.trayItem.waitForMenu((menu) => menu.every(({ label }) => label !== inMemory));
  expect(app.readStore()).toMatch(/"keyring": ?"kwallet"/);
  expect(wallet.dialogs).toBe(1);
});
