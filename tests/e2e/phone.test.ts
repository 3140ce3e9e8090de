import type { Page } from "@playwright/test";
import { chooseCountry, labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { expect } from "../fixtures/app-test.ts";
import { windowTest as test } from "../fixtures/window-test.ts";

async function paste(app: TrayApp, page: Page, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/** Sends for a code; answers what the server was asked. */
async function send(page: Page, sandbox: Sandbox): Promise<unknown> {
  const request = sandbox.nextRequest(({ path }) => path.endsWith("/phone-login"));
  await page.getByRole("button", { name: labels.sendCode }).click();
  return (await request).body;
}

/** Where the caret stands among the characters of the number. */
function caretIn(page: Page): Promise<number | null> {
  return page.getByLabel(labels.phoneNumber).evaluate((field: HTMLInputElement) => field.selectionStart);
}

test("a number is grouped while it is typed, and sent digit by digit", async ({ page, sandbox }) => {
  const field = page.getByLabel(labels.phoneNumber);
  await expect(field).toBeFocused();
  await page.keyboard.type("(202)-5550123");
  await expect(field).toHaveValue("(202) 555-0123");

  await chooseCountry(page, "CO");
  await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Colombia, +57");
  await field.clear();
  await page.keyboard.type("3001234567");
  await expect(field).toHaveValue("300 1234567");
  expect(await send(page, sandbox)).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
});

test("an emptied field keeps its country", async ({ page }) => {
  const field = page.getByRole("textbox", { name: labels.phoneNumber });
  await field.fill("+34 612 345 678");
  await expect(field).toHaveValue("612 34 56 78");
  await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Spain, +34");
  await expect(page.getByRole("status")).toHaveText("Spain");
  await field.fill("");
  await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Spain, +34");
  await expect(field).toHaveAccessibleDescription(/Spain\. You can paste the whole number, with \+34\.$/);
});

test("groups a typed number again for another country", async ({ page }) => {
  const field = page.getByLabel(labels.phoneNumber);
  await field.fill("3001234567");
  await expect(field).toHaveValue("(300) 123-4567");
  await chooseCountry(page, "Colombia");
  await expect(field).toHaveValue("300 1234567");
});

test("a leading zero gets to the server", async ({ page, sandbox }) => {
  await chooseCountry(page, "côte d'ivoire");
  await page.getByLabel(labels.phoneNumber).pressSequentially("0102030405");
  await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("01 02 03 0405");
  expect(await send(page, sandbox)).toEqual({ countryCode: "+225", phone: "0102030405", type: "login" });
});

// The unit tests have what is read out of each form; here one of them goes the whole way.
for (const [text, tag] of [
  ["+٥٧ ٣٠٠ ١٢٣ ٤٥٦٧", []],
  ["00 57 (300) 123-4567", ["@all"]],
  ["+57300.123.4567", ["@all"]],
  ["００５７ ３００１２３４５６７", ["@all"]],
  ["https://wa.me/573001234567", ["@all"]],
] as const) {
  test(`the whole number ${text}, pasted, takes its country along`, { tag: [...tag] }, async ({
    app,
    page,
    sandbox,
  }) => {
    await paste(app, page, text);
    await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Colombia, +57");
    await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("300 1234567");
    expect(await send(page, sandbox)).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
  });
}

test("a whole number that is typed takes its country along once it is complete", async ({ page, sandbox }) => {
  const field = page.getByLabel(labels.phoneNumber);
  // "+54 11 15 2345 67" is a number too.
  await page.keyboard.type("+54 11 15 2345 6789");
  await expect(field).toHaveValue("+54 11 15 2345 6789");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Argentina, +54");
  await expect(field).toHaveValue("91123456789");
  await field.clear();
  await page.keyboard.type("+54 11 15 2345 6789");
  const request = sandbox.nextRequest(({ path }) => path.endsWith("/phone-login"));
  await page.keyboard.press("Enter");
  expect((await request).body).toEqual({ countryCode: "+54", phone: 91123456789, type: "login" });
});

test("editing in the middle leaves the caret where it is, and no separator stops Backspace", async ({ page }) => {
  const field = page.getByLabel(labels.phoneNumber);
  await page.keyboard.type("202555012");
  await expect(field).toHaveValue("(202) 555-012");
  await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(7, 7));
  await page.keyboard.type("3");
  await expect(field).toHaveValue("(202) 535-5012");
  expect(await caretIn(page)).toBe(8);

  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("(202) 550-12");
  expect(await caretIn(page)).toBe(6);
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("(205) 501-2");
  expect(await caretIn(page)).toBe(3);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await expect(field).toHaveValue("(200) 12");
});

test("Undo and Redo go through what was typed", async ({ page }) => {
  const field = page.getByLabel(labels.phoneNumber);
  await page.keyboard.type("202555");
  await expect(field).toHaveValue("(202) 555");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await expect(field).toHaveValue("(202)5");
  await page.keyboard.press("Control+Shift+Z");
  await page.keyboard.press("Control+Shift+Z");
  await expect(field).toHaveValue("(202) 555");
  await page.keyboard.type("0");
  await expect(field).toHaveValue("(202) 555-0");
});

test("digits from an input method are grouped once it has finished", async ({ page, sandbox }) => {
  const field = page.getByLabel(labels.phoneNumber);
  const browser = await page.context().newCDPSession(page);
  for (const text of ["２", "２０２５"]) {
    await browser.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field).toHaveValue(text);
  }
  await browser.send("Input.insertText", { text: "２０２５５５０１２３" });
  await expect(field).toHaveValue("(202) 555-0123");
  expect(await send(page, sandbox)).toEqual({ countryCode: "+1", phone: 2025550123, type: "login" });
});

test("keeps typed letters and names them as the error", async ({ page, sandbox }) => {
  await page.keyboard.type("2O2 555 0123");
  await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("2O2 555 0123");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("not a phone number");
  expect(sandbox.requests).toHaveLength(0);
});
