import type { Page } from "@playwright/test";
import { chooseMore, labels, requestCode, type TrayApp, typeNumber } from "../../desktop-lab/app/tray-app.ts";
import type { SessionView } from "../../preload/contract.ts";
import { endpoints } from "../../sandbox/endpoints.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { ana, closeWindow, expect, sam, wrongFor } from "../fixtures/app-test.ts";
import { windowTest as test } from "../fixtures/window-test.ts";
import { expectAccessible } from "./accessible.ts";

/** The codes that the app sent to be confirmed, in order. */
function confirmed(sandbox: Sandbox): unknown[] {
  return sandbox.requests
    .filter(({ path }) => path === endpoints["confirm-otp"])
    .map(({ body }) => (body as { otp: unknown }).otp);
}

/** Sends the window its view with these changes to the login, as main would. */
async function showLogin(app: TrayApp, page: Page, changes: Partial<SessionView["login"]>): Promise<void> {
  const view = await page.evaluate(() => window.verifikTray.getView());
  const changed = { ...view, login: { ...view.login, ...changes } };
  await app.electron.evaluate(({ BrowserWindow }, message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send("view-changed", message);
  }, changed);
}

/** The digits in the six cells, and where the cells are. */
async function cells(page: Page) {
  const all = page.locator(".cell");
  return { digits: await all.allTextContents(), box: await page.locator(".cells").boundingBox() };
}

/** Records every text of the live region from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const heard = new WeakSet<Node>();
    const region = document.querySelector("[role=status]");
    if (!region) throw new Error("there is no live region");
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (!heard.has(node)) said.push(String(node.textContent));
          heard.add(node);
        }
      }
    }).observe(region, { childList: true });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test("sends a code at its sixth digit; selects a wrong one, so that the next typed one replaces it", async ({
  app,
  page,
  sandbox,
}) => {
  const otp = await requestCode(page, sandbox, sam);
  await expect(page.getByText("Sent by SMS to +1 ••••••••23")).toBeVisible();
  const wrong = wrongFor(otp);
  const field = page.getByLabel(labels.verificationCode);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await expect(field).toHaveAccessibleDescription(/The code is checked as soon as you have entered all six digits\.$/);
  const empty = await cells(page);
  expect(empty.digits).toEqual(["", "", "", "", "", ""]);

  await page.keyboard.type(wrong);
  await expect(page.getByRole("alert")).toHaveText("This code is wrong. Check the latest message.");
  await expect(field).toHaveValue(wrong);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(wrong);
  expect(await cells(page)).toEqual({ digits: [...wrong], box: empty.box });

  // The same code again is sent by the button only.
  await page.keyboard.type(wrong);
  await expect(field).toHaveValue(wrong);
  const again = sandbox.nextRequest(() => true);
  await page.getByRole("button", { name: labels.verify }).click();
  await again;
  await expect(page.getByRole("alert")).toContainText("This code is wrong.");

  // In the digits of another script.
  await page.keyboard.insertText([...otp].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join(""));
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([wrong, wrong, otp]);
});

test("takes digits only, and no more than six", async ({ page, sandbox, desktop }) => {
  await requestCode(page, sandbox, ana);
  const field = page.getByLabel(labels.verificationCode);
  await page.keyboard.type("1 2-a3");
  await expect(field).toHaveValue("123");
  // A phone number is not a code.
  await desktop.clipboard.write("3001234567");
  await page.keyboard.press("Control+V");
  await expect(field).toHaveValue("123");
  expect(confirmed(sandbox)).toEqual([]);

  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".cell-current")).toHaveText("3");
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("13");
  await page.locator(".cells").click({ position: { x: 20, y: 20 } });
  await page.keyboard.type("4");
  await expect(field).toHaveValue("134");
});

test("the line of the code's life runs out with it", async ({ app, page, sandbox }) => {
  await requestCode(page, sandbox, ana);
  const width = () =>
    page.locator(".fuse > rect").evaluate((line) => Number.parseFloat(line.getAttribute("width") ?? ""));
  await expect.poll(width).toBeGreaterThan(95);
  await showLogin(app, page, { otpExpiresInMs: 60_000, otpLifetimeMs: 600_000 });
  await expect.poll(width).toBeLessThan(11);
  expect(await width()).toBeGreaterThan(8);
  await showLogin(app, page, { otpExpiresInMs: 0 });
  await expect.poll(width).toBe(0);
  await expect(page.getByRole("button", { name: labels.sendNewCode })).toBeVisible();
});

test("takes the code out of a message that is pasted anywhere in the window but into another field", async ({
  app,
  page,
  sandbox,
  desktop,
}) => {
  const otp = await requestCode(page, sandbox, ana);
  const field = page.getByLabel(labels.verificationCode);
  const changeNumber = page.getByRole("button", { name: labels.changeNumber });

  await test.step("leaves a code that is pasted into another field", async () => {
    await desktop.clipboard.write(otp);
    await page.evaluate(() => {
      const other = document.createElement("input");
      other.id = "other";
      document.body.append(other);
      other.focus();
    });
    await page.keyboard.press("Control+V");
    await expect(page.locator("#other")).toHaveValue(otp);
    await expect(field).toHaveValue("");
  });
  await test.step("ignores a message without a code", async () => {
    await desktop.clipboard.write("No code in here: +57 300 123 4567");
    await changeNumber.focus();
    await page.keyboard.press("Control+V");
    await expect(field).toHaveValue("");
  });
  await desktop.clipboard.write(`Your code is ${otp.slice(0, 3)}-${otp.slice(3)}.`);
  await expect(changeNumber).toBeFocused();
  await page.keyboard.press("Control+V");
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([otp]);
});

test("replaces the typed digits by the code of a message that is pasted into the code's field", async ({
  app,
  page,
  sandbox,
  desktop,
}) => {
  const otp = await requestCode(page, sandbox, ana);
  await desktop.clipboard.write(`Tu código de Verifik: ${otp}. Vence en 10 minutos, no lo compartas.`);
  await page.keyboard.type("12");
  await page.keyboard.press("Control+V");
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([otp]);
});

test("keeps a code and its failure during a visit to the settings, and drops both with the number", async ({
  page,
  sandbox,
}) => {
  const wrong = wrongFor(await requestCode(page, sandbox, ana));
  const field = page.getByLabel(labels.verificationCode);
  await field.fill(wrong);
  await expect(page.getByRole("alert")).toContainText("This code is wrong.");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(wrong);
  await expect(page.getByRole("alert")).toContainText("This code is wrong.");
  expect(confirmed(sandbox)).toEqual([wrong]);

  await page.getByRole("button", { name: labels.changeNumber }).click();
  await page.getByRole("button", { name: labels.sendCode }).click();
  await expect(field).toHaveValue("");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("tells a screen reader at milestones when the code expires, and when another one can be requested", async ({
  app,
  page,
  sandbox,
}) => {
  await requestCode(page, sandbox, ana);
  const said = await listen(page);
  await showLogin(app, page, { otpExpiresInMs: 303_500, resendInMs: 1_000 });
  await expect.poll(said).toEqual(["You can request another code now.", "The code expires in 5 minutes."]);
  await expect(page.getByText(/^Good for 4:5\d$/)).toBeVisible();
  await showLogin(app, page, { otpExpiresInMs: 31_000, resendInMs: 0 });
  await expect.poll(said).toHaveLength(4);
  expect((await said()).slice(2)).toEqual(["The code expires in 31 seconds.", "The code expires in 30 seconds."]);
  await expectAccessible(page);
});

test("goes on with a pending login after the window was closed", async ({ app, page, sandbox }) => {
  const otp = await requestCode(page, sandbox, ana);
  await closeWindow(app);

  await app.trayItem.activate();
  const reopened = await app.window();
  await expect(reopened.getByText("Sent by WhatsApp to +57 ••••••••67")).toBeVisible();
  await expect(reopened.getByText(/^Good for 9:\d\d$/)).toBeVisible();
  await expect(reopened.getByRole("button", { name: labels.resendCode })).toBeDisabled();
  await reopened.keyboard.type(otp);
  await app.waitForStatus("Token valid · 29 days left");
  expect(sandbox.requests).toHaveLength(2);
});

test("after Change number and a closed window, a click on the icon opens the number's field with the focus, and the wait for another code goes on", async ({
  app,
  page,
  sandbox,
}) => {
  const otp = await requestCode(page, sandbox, ana);
  await page.getByRole("button", { name: labels.changeNumber }).click();
  await expect(page.getByLabel(labels.phoneNumber)).toHaveValue(/^300/);
  await closeWindow(app);

  await app.trayItem.activate();
  const reopened = await app.window();
  await expect(reopened.getByLabel(labels.phoneNumber)).toBeFocused();
  expect(await reopened.evaluate(() => document.hasFocus())).toBe(true);
  await typeNumber(reopened, ana);
  await reopened.getByRole("button", { name: labels.sendCode }).click();
  await expect(reopened.getByRole("button", { name: /^Resend in 1:\d\d$/ })).toBeDisabled();
  expect(sandbox.requests).toHaveLength(1);
  await reopened.keyboard.type(otp);
  await app.waitForStatus("Token valid · 29 days left");

  // After a confirmed code the next login may ask for one at once.
  await chooseMore(reopened, "Log in again…");
  await requestCode(reopened, sandbox, ana);
  expect(sandbox.requests).toHaveLength(3);
});
