import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { chooseCopyAs, chooseMore, labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import type { SessionView, TokenView } from "../../preload/contract.ts";
import { endpoints } from "../../sandbox/endpoints.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, revokeElsewhere, statusWith, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";

const texts = textsFor("en");

/** Copies the token by the window. */
async function copiedToken(page: Page, desktop: PrivateDesktop): Promise<string> {
  await desktop.clipboard.write("something else");
  await page.getByRole("button", { name: texts.copyToken }).click();
  await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  return desktop.clipboard.readClipboard();
}

async function chooseMonths(page: Page, months: number): Promise<void> {
  await page.getByRole("button", { name: texts.renewalLength }).click();
  await page.getByRole("menuitemradio", { name: texts.months(months), exact: true }).click();
}

function requestsTo(sandbox: Sandbox, endpoint: keyof typeof endpoints) {
  return sandbox.requests.filter(({ path }) => path === endpoints[endpoint]);
}

/** Shows what main would show with these changes to the token. */
async function showToken(app: TrayApp, page: Page, changes: Partial<TokenView>): Promise<void> {
  const view = await page.evaluate(() => window.verifikTray.getView());
  const changed: SessionView = { ...view, token: { ...view.token, ...changes } as TokenView };
  await app.electron.evaluate(({ BrowserWindow }, message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send("view-changed", message);
  }, changed);
}

windowTest(
  "announces the token's state with the heading, and again when it changes",
  async ({ app, loggedInPage: page }) => {
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toBeFocused();
    await expect(heading).toHaveText("29 days left");
    await expect(heading).toHaveAccessibleDescription(/^\w{3} \d+ Expires on /);
    await expect(page.getByRole("status")).toHaveText(texts.loggedInHeading);

    await page.getByRole("button", { name: texts.renew, exact: true }).focus();
    await showToken(app, page, { status: "expires-soon", remainingMs: 3_600_000 });
    await expect(page.getByRole("status")).toHaveText("Token expires soon · 1 hour left");
    await expect(page.getByRole("button", { name: texts.renew, exact: true })).toBeFocused();
    await showToken(app, page, { status: "expired", remainingMs: 0 });
    await expect(page.getByRole("status")).toHaveText(texts.tokenExpired);
    await expect(heading).toBeFocused();
  },
);

windowTest("a rejected token would expire later", async ({ app, loggedInPage: page }) => {
  await expect(page.getByText(/Expires on/)).toBeVisible();
  await showToken(app, page, { rejected: true });
  await expect(page.getByRole("heading", { name: texts.rejected })).toBeVisible();
  await expect(page.getByText(/^Would expire on/)).toBeVisible();
});

windowTest("announces only the later failure of window and menu", async ({ app, loggedInPage: page, sandbox }) => {
  const unreadable = failureText(texts.failures, { kind: "response-unreadable" });
  const unwell = failureText(texts.failures, { kind: "server-unwell", status: 500 });
  const alert = page.getByRole("alert");
  sandbox.faults.next("get-client", faultTable.html.fault);
  await page.getByRole("button", { name: texts.checkToken }).click();
  await expect(alert).toHaveText(unreadable);
  sandbox.faults.next("get-client", faultTable["server-error"].fault);
  await app.trayItem.clickMenu(texts.checkToken);
  await expect(alert).toHaveText(unwell);
  sandbox.faults.next("get-client", faultTable.html.fault);
  await page.getByRole("button", { name: texts.checkToken }).click();
  await expect(alert).toHaveText(unreadable);
});

windowTest("the window copies the token as a header and as a line too", async ({ loggedInPage: page, desktop }) => {
  const token = await copiedToken(page, desktop);
  await chooseCopyAs(page, texts.authorizationHeader);
  await expect.poll(() => desktop.clipboard.readClipboard()).toBe(`Authorization: Bearer ${token}`);
  await chooseCopyAs(page, `${texts.envLineFormat} VERIFIK_TOKEN`);
  await expect.poll(() => desktop.clipboard.readClipboard()).toBe(`VERIFIK_TOKEN=${token}`);
});

test.describe("with a token of which two days are left", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 2 * 24 * 60 * 60 } });

  windowTest(
    "Renew gets a new token for a month, and for longer only when that was just chosen",
    async ({ app, loggedInPage: page, sandbox, desktop }) => {
      const first = await copiedToken(page, desktop);
      const renew = page.getByRole("button", { name: texts.renew, exact: true });

      await chooseMonths(page, 6);
      await expect(renew).toHaveAccessibleDescription(texts.renewsFor(6));
      await renew.click();
      await expect(page.getByText(/^Renewed\. The new token expires on /)).toBeVisible();
      await expect(page.getByRole("heading", { name: "11 days left" })).toBeVisible();
      await app.waitForStatus("Token valid · 11 days left");
      const second = await copiedToken(page, desktop);
      expect(second).not.toBe(first);
      expect([await statusWith(first, sandbox), await statusWith(second, sandbox)]).toEqual([200, 200]);

      await expect(renew).toHaveAccessibleDescription(texts.renewsFor(1));
      await renew.click();
      await expect(page.getByRole("heading", { name: "1 day left", exact: true })).toBeVisible();
      expect(requestsTo(sandbox, "renew-token").map(({ query }) => query.get("expiresIn"))).toEqual(["6", "1"]);
      expect(await copiedToken(page, desktop)).not.toBe(second);
    },
  );
});

windowTest(
  "a renewal that Verifik refuses leads to the login and says why; the token is kept, marked",
  async ({ app, loggedInPage: page, sandbox, desktop }) => {
    await revokeElsewhere(await copiedToken(page, desktop), sandbox);
    await page.getByRole("button", { name: texts.renew, exact: true }).click();
    await expect(page.getByRole("button", { name: labels.sendCode })).toBeVisible();
    await expect(page.getByRole("status")).toContainText(texts.renewalRefused);
    // Below the primary button, as every message, so that the form does not move.
    await expect(page.getByText(texts.renewalRefused)).toBeInViewport({ ratio: 1 });
    const reason = await page.getByText(texts.renewalRefused).boundingBox();
    const send = await page.getByRole("button", { name: labels.sendCode }).boundingBox();
    expect(reason?.y).toBeGreaterThan(send?.y ?? 0);
    await app.waitForStatus(texts.tokenRejected);

    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: texts.rejected })).toBeVisible();
    expect(await copiedToken(page, desktop)).toMatch(/^eyJ/);
  },
);

windowTest("reports a failed renewal, and changes nothing", async ({ loggedInPage: page, sandbox, desktop }) => {
  const before = await copiedToken(page, desktop);
  sandbox.faults.next("renew-token", faultTable.html.fault);
  await chooseMonths(page, 3);
  await page.getByRole("button", { name: texts.renew, exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText(
    texts.failures["response-unreadable"]({ kind: "response-unreadable" }),
  );
  await expect(page.getByText(texts.renewsFor(3))).toBeVisible();
  expect(await copiedToken(page, desktop)).toBe(before);
});

windowTest("Revoke all tokens asks first; Escape and Cancel send nothing", async ({ loggedInPage: page, sandbox }) => {
  for (const leave of ["Escape", "Enter"]) {
    await chooseMore(page, texts.revokeTokens);
    const question = page.getByRole("alertdialog", { name: texts.revokeHeading });
    await expect(question.getByRole("listitem")).toHaveText(texts.revokeConsequences);
    await expect(question).toHaveAccessibleDescription(new RegExp(texts.revokeFinal));
    await expect(question.getByRole("button", { name: texts.cancel })).toBeFocused();
    await page.keyboard.press(leave);
    await expect(page.getByRole("heading", { level: 1, name: "29 days left" })).toBeFocused();
  }
  expect(requestsTo(sandbox, "revoke-tokens")).toEqual([]);
});

windowTest(
  "after Revoke all the earlier token is refused, and the new one is there to copy",
  async ({ loggedInPage: page, sandbox, desktop }) => {
    const before = await copiedToken(page, desktop);
    await chooseMore(page, texts.revokeTokens);
    await page.getByRole("button", { name: texts.revokeConfirm }).click();
    await expect(page.getByRole("heading", { level: 1, name: "29 days left" })).toBeFocused();
    await expect(page.getByRole("status")).toContainText(
      "All earlier tokens have stopped working, also the one you copied",
    );
    const after = await copiedToken(page, desktop);
    expect(await statusWith(before, sandbox)).toBe(401);
    expect(await statusWith(after, sandbox)).toBe(200);
  },
);

windowTest(
  "reports a lost revocation response on the token screen; Check token shows whether the token still works",
  async ({ loggedInPage: page, sandbox }) => {
    sandbox.faults.next("revoke-tokens", faultTable["reply-lost"].fault);
    await chooseMore(page, texts.revokeTokens);
    await page.getByRole("button", { name: texts.revokeConfirm }).click();
    await expect(page.getByRole("heading", { level: 1, name: "29 days left" })).toBeFocused();
    await expect(page.getByRole("alert")).toHaveText(
      texts.failures["revocation-unanswered"]({ kind: "revocation-unanswered" }),
    );
    await page.getByRole("button", { name: texts.checkToken }).click();
    await expect(page.getByRole("heading", { name: texts.rejected })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Verifik rejected the token.");
  },
);

test("Check token shows whose the token is, and no file has it", async ({ launchLoggedIn }) => {
  const { app, page } = await launchLoggedIn();
  await page.getByRole("button", { name: texts.checkToken }).click();
  await expect(page.getByText("250 credits")).toBeVisible();
  const profile = await app.electron.evaluate(({ app }) => app.getPath("userData"));
  expect(await app.quit()).toBe(0);

  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const withText = (text: string) =>
    files.filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text)).map(({ name }) => name);
  expect(withText("••••••••67")).toEqual(["token.json"]);
  expect(withText(ana.name)).toEqual([]);
  expect(withText(ana.email)).toEqual([]);
});
