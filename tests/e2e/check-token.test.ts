import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

async function revokeAll(origin: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const revoked = await fetch(`${origin}/v2/auth/renew-and-revoke`, { method: "POST", headers });
  expect(revoked.status).toBe(200);
}

test("Check token asks Verifik; a token that was revoked elsewhere is marked, also after a restart, and kept", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  await page.getByRole("button", { name: "Check token" }).click();
  await expect(page.getByText("Verifik accepts the token.")).toBeVisible();
  expect(sandbox.requests.at(-1)).toMatchObject({ method: "GET", path: "/v2/clients/me" });
  await page.close();

  await app.trayItem.clickMenu("Copy bearer token");
  await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  const iconBefore = await app.trayItem.icon();
  await revokeAll(sandbox.origin, await desktop.clipboard.readClipboard());

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

for (const [what, answer] of [
  ["an empty 403", { status: 403, body: "" }],
  ["expired_token", { status: 403, body: '{"code":"Forbidden","message":"expired_token"}' }],
  ["a 401 of the renewal", { status: 401, body: '{"code":"Unauthorized","message":"Invalid or expired token."}' }],
] as const) {
  test(`${what} to a call with the token marks it as rejected`, async ({ launchLoggedIn, sandbox }) => {
    const { app, page } = await launchLoggedIn();
    sandbox.faults.next("get-client", answerWith(answer.status, answer.body));
    await page.getByRole("button", { name: "Check token" }).click();
    await expect(page.getByRole("alert")).toContainText("Verifik rejected the token.");
    await app.waitForStatus("Token rejected by Verifik");
  });
}
