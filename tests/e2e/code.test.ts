import type { Page } from "@playwright/test";
import { labels, requestCode, type TrayApp, typeNumber } from "../../desktop-lab/app/tray-app.ts";
import type { SessionView } from "../../preload/contract.ts";
import { endpoints } from "../../sandbox/endpoints.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { ana, expect, sam, test } from "../fixtures/app-test.ts";
import { expectAccessible } from "./accessible.ts";

const wrongFor = (otp: string) => (otp === "111111" ? "222222" : "111111");

/** The codes that Verifik was asked about, in order. */
function confirmed(sandbox: Sandbox): unknown[] {
  return sandbox.requests
    .filter(({ path }) => path === endpoints["confirm-otp"])
    .map(({ body }) => (body as { otp: unknown }).otp);
}

/** Shows what main would show with these changes to the login. */
async function showLogin(app: TrayApp, page: Page, changes: Partial<SessionView["login"]>): Promise<void> {
  const view = await page.evaluate(() => window.verifikTray.getView());
  const changed = { ...view, login: { ...view.login, ...changes } };
  await app.electron.evaluate(({ BrowserWindow }, message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send("view-changed", message);
  }, changed);
}

/** Everything that the live region says from now on. */
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

test("a code sends itself at its sixth digit; a wrong one is selected, and the next typed one sends itself", async ({
  launch,
  sandbox,
}) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, sam);
  const wrong = wrongFor(otp);
  const field = page.getByLabel(labels.verificationCode);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await expect(field).toHaveAccessibleDescription(/The code is checked as soon as you have entered all six digits\.$/);

  await page.keyboard.type(wrong);
  await expect(page.getByRole("alert")).toContainText("This code is wrong.");
  await expect(field).toHaveValue(wrong);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(wrong);

  // The same code again is not sent by itself, only when it is asked for.
  await page.keyboard.type(wrong);
  await expect(field).toHaveValue(wrong);
  const again = sandbox.nextRequest(() => true);
  await page.getByRole("button", { name: labels.verify }).click();
  await again;
  await expect(page.getByRole("alert")).toContainText("This code is wrong.");

  await page.keyboard.type(otp);
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([wrong, wrong, otp]);
});

test("a message that is pasted anywhere in the window gives its code", async ({ launch, sandbox, desktop }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  const changeNumber = page.getByRole("button", { name: labels.changeNumber });

  await desktop.clipboard.write("No code in here: +57 300 123 4567");
  await changeNumber.focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByLabel(labels.verificationCode)).toHaveValue("");

  await desktop.clipboard.write(`Your code is ${otp.slice(0, 3)}-${otp.slice(3)}.`);
  await expect(changeNumber).toBeFocused();
  await page.keyboard.press("Control+V");
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([otp]);
});

test("a message that is pasted into the code's own field gives its code, in place of what was there", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  await desktop.clipboard.write(`Tu código de Verifik: ${otp}. Vence en 10 minutos, no lo compartas.`);
  await page.keyboard.type("12");
  await page.keyboard.press("Control+V");
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([otp]);
});

test("what is pasted into another field stays there", async ({ launch, sandbox, desktop }) => {
  const page = await (await launch()).window();
  const otp = await requestCode(page, sandbox, ana);
  await desktop.clipboard.write(otp);
  await page.evaluate(() => {
    const other = document.createElement("input");
    other.id = "other";
    document.body.append(other);
    other.focus();
  });
  await page.keyboard.press("Control+V");
  await expect(page.locator("#other")).toHaveValue(otp);
  await expect(page.getByLabel(labels.verificationCode)).toHaveValue("");
});

test("a code and what became of it are there again after a visit to the settings, and gone with the number", async ({
  launch,
  sandbox,
}) => {
  const page = await (await launch()).window();
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

test("the digits of another script are digits", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  const arabicIndic = [...otp].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
  await page.keyboard.insertText(arabicIndic);
  await app.waitForStatus("Token valid · 29 days left");
  expect(confirmed(sandbox)).toEqual([otp]);
});

test("a screen reader announces milestones before the code expires, and when another code can be requested", async ({
  launch,
  sandbox,
}) => {
  const app = await launch();
  const page = await app.window();
  await requestCode(page, sandbox, ana);
  const said = await listen(page);
  await showLogin(app, page, { otpExpiresInMs: 303_500, resendInMs: 1_000 });
  await expect.poll(said).toEqual(["You can request another code now.", "The code expires in 5 minutes."]);
  await expect(page.getByText(/^The code expires in 4:5\d$/)).toBeVisible();
  await showLogin(app, page, { otpExpiresInMs: 31_000, resendInMs: 0 });
  await expect.poll(said).toHaveLength(4);
  expect((await said()).slice(2)).toEqual(["The code expires in 31 seconds.", "The code expires in 30 seconds."]);
  await expectAccessible(page);
});

test("a login under way is there again after the window was closed", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  await page.close();
  await expect.poll(() => app.hasWindow()).toBe(false);

  await app.trayItem.activate();
  const reopened = await app.window();
  await expect(reopened.getByText("Sent by WhatsApp to +57 ••••••••67")).toBeVisible();
  await expect(reopened.getByText(/^The code expires in 9:\d\d$/)).toBeVisible();
  await expect(reopened.getByRole("button", { name: labels.resendCode })).toBeDisabled();
  await reopened.keyboard.type(otp);
  await app.waitForStatus("Token valid · 29 days left");
  expect(sandbox.requests).toHaveLength(2);
});

test("Change number and a closed window do not shorten the wait for another code", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  await page.getByRole("button", { name: labels.changeNumber }).click();
  await expect(page.getByLabel(labels.phoneNumber)).toHaveValue(/^300/);
  await page.close();
  await expect.poll(() => app.hasWindow()).toBe(false);

  await app.trayItem.activate();
  const reopened = await app.window();
  await typeNumber(reopened, ana);
  await reopened.getByRole("button", { name: labels.sendCode }).click();
  await expect(reopened.getByText(/^in 1:\d\d$/)).toBeVisible();
  await expect(reopened.getByRole("button", { name: labels.resendCode })).toBeDisabled();
  expect(sandbox.requests).toHaveLength(1);
  await reopened.keyboard.type(otp);
  await app.waitForStatus("Token valid · 29 days left");

  // A confirmed code is over: the next login may ask at once.
  await reopened.getByRole("button", { name: /^Log in again/ }).click();
  await requestCode(reopened, sandbox, ana);
  expect(sandbox.requests).toHaveLength(3);
});
