import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { answerLate } from "../../sandbox/faults/token-call-faults.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { textsFor } from "../../texts/index.ts";
import { copyFromMenu, expect, revokeElsewhere, test } from "../fixtures/app-test.ts";
import { wakeAndSkipPause } from "../fixtures/wake-up.ts";

const texts = textsFor("en");
const dayMs = 24 * 60 * 60 * 1000;

/** Writes into the stopped app's files that 21 of the token's 30 days have passed, and switches the automatic renewal on. */
function ageToken(app: TrayApp, sandbox: Sandbox): void {
  const store = JSON.parse(app.readStore());
  const record = store.tokens[sandbox.origin];
  record.obtainedAtMs -= 21 * dayMs;
  record.expiresAtMs -= 21 * dayMs;
  writeFileSync(app.storeFile(), JSON.stringify(store));
  const settings = join(dirname(app.storeFile()), "settings.json");
  writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, "utf8")), automaticRenewal: "on" }));
}

/** Starts the app on the aged token, and waits until it has read that from the keyring. */
async function launchAged(launch: () => Promise<TrayApp>, { env }: Pick<PrivateDesktop, "env">): Promise<TrayApp> {
  const app = await launch();
  await app.waitUntilLoaded();
  const log = () => readFileSync(join(String(env.XDG_STATE_HOME), "verifik-tray", "verifik-tray.log"), "utf8");
  await expect.poll(() => log().split(" started ").at(-1)).toContain(" token state=kept");
  await app.waitForStatus("Token valid · 8 days left");
  return app;
}

function renewals({ requests }: Sandbox): number {
  return requests.filter(({ path }) => path === "/v2/auth/session").length;
}

function notesOf(app: TrayApp, { origin }: Sandbox) {
  return JSON.parse(readFileSync(join(dirname(app.storeFile()), "token-notes.json"), "utf8")).notes[origin];
}

test("a stored token of which two thirds are gone renews itself once, a minute after start and wake-up, and no notification comes with it", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app: first } = await launchLoggedIn();
  await copyFromMenu(first);
  await first.quit();
  ageToken(first, sandbox);

  const app = await launchAged(launch, desktop);
  expect(renewals(sandbox)).toBe(0);
  await app.electron.evaluate(wakeAndSkipPause, 0);
  await app.waitForStatus("Token valid · 29 days left");
  expect(renewals(sandbox)).toBe(1);
  expect(sandbox.requests.at(-1)?.query.get("expiresIn")).toBe("1");
  expect(notesOf(app, sandbox).renewal).toMatchObject({ renewed: true, tries: 0, minted: 0 });
  expect(await app.hasWindow()).toBe(false);
  await app.trayItem.clickMenu("Open Verifik Tray");
  await expect((await app.window()).getByText(/^Renewed automatically on/)).toBeVisible();
  expect(desktop.notifications.received).toEqual([]);
});

test("after an outage the token renews itself later; if Verifik rejects it, a notification says so and leads to a login", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app: first } = await launchLoggedIn();
  await copyFromMenu(first);
  const token = await desktop.clipboard.readClipboard();
  await first.quit();
  ageToken(first, sandbox);
  await revokeElsewhere(token, sandbox);
  sandbox.faults.next("renew-token", answerWith(503, ""));

  const app = await launchAged(launch, desktop);
  await app.electron.evaluate(wakeAndSkipPause, 0);
  await expect.poll(() => notesOf(app, sandbox).renewal?.failure, { timeout: 20_000 }).toBe("server-unwell");
  expect(desktop.notifications.received).toEqual([]);

  await app.electron.evaluate(wakeAndSkipPause, 80 * 60_000);
  const notification = await desktop.notifications.next();
  expect(notification).toMatchObject({
    summary: "Token rejected by Verifik",
    body: "Not renewed automatically. Verifik no longer accepts the token. Click here to log in again.",
  });
  expect(renewals(sandbox)).toBe(2);
  expect(await app.hasWindow()).toBe(false);
  desktop.notifications.click(notification.id);
  const page = await app.window();
  await expect(page.getByRole("button", { name: texts.sendCode })).toBeVisible();
  await page.getByRole("button", { name: texts.cancel }).click();
  await expect(page.getByText("Verifik no longer accepts the token", { exact: true })).toBeVisible();
});

test("quitting during an automatic renewal waits for the new token, and the next start has it", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app: first } = await launchLoggedIn();
  await first.quit();
  ageToken(first, sandbox);

  sandbox.faults.next("renew-token", answerLate(3_000));
  const app = await launchAged(launch, desktop);
  const asked = sandbox.nextRequest(({ path }) => path === "/v2/auth/session");
  await app.electron.evaluate(wakeAndSkipPause, 0);
  await asked;
  expect(notesOf(app, sandbox).renewal).toMatchObject({ tries: 1, minted: 1, failure: "no-answer" });
  const ended = app.quit();
  // The timer has stopped, so nothing else begins meanwhile.
  const wakeListeners = () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.listenerCount("resume"));
  await expect.poll(wakeListeners).toBe(0);
  await ended;

  const again = await launch();
  await again.waitForStatus("Token valid · 29 days left");
  expect(renewals(sandbox)).toBe(1);
});
