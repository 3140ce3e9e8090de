import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { ana, expect, revokeElsewhere, test } from "../fixtures/app-test.ts";

test("marks a token that Check token finds revoked, keeps it, and marks it after a restart too", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  await page.getByRole("button", { name: "Check token" }).click();
  await expect(page.getByText("accepted just now")).toBeVisible();
  expect(sandbox.requests.at(-1)).toMatchObject({ method: "GET", path: "/v2/clients/me" });
  await page.close();

  await app.trayItem.clickMenu("Copy bearer token");
  await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  const iconBefore = await app.trayItem.icon();
  await revokeElsewhere(await desktop.clipboard.readClipboard(), sandbox);

  await app.trayItem.clickMenu("Check token");
  await app.waitForStatus("Token rejected by Verifik");
  expect(await app.trayItem.icon()).not.toEqual(iconBefore);
  await expect((await app.window()).getByText(/^Verifik rejected the token\. It may have been revoked/)).toBeVisible();
  await app.quit();

  const again = await launch();
  await again.waitForStatus("Token rejected by Verifik");
  await again.trayItem.clickMenu("Log in again…");
  await logIn(await again.window(), sandbox, ana);
  await again.waitForStatus("Token valid · 29 days left");
});

// The integration tests read the answers without a window.
test("marks the token as rejected after each answer that refuses it, until Verifik accepts it", {
  tag: "@all",
}, async ({ launchLoggedIn, sandbox }) => {
  const { app, page } = await launchLoggedIn();
  const check = page.getByRole("button", { name: /^Check (token|again)$/ });
  for (const [status, body] of [
    [403, ""],
    [403, '{"code":"Forbidden","message":"expired_token"}'],
    [401, '{"code":"Unauthorized","message":"Invalid or expired token."}'],
  ] as const) {
    await test.step(`${status} ${body}`, async () => {
      sandbox.faults.next("get-client", answerWith(status, body));
      await check.click();
      await expect(page.getByRole("alert")).toContainText("Verifik rejected the token.");
      await app.waitForStatus("Token rejected by Verifik");
      await check.click();
      await app.waitForStatus("Token valid · 29 days left");
    });
  }
});
