import type { Page } from "@playwright/test";
import { chooseCountry, labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { expect, test } from "../fixtures/app-test.ts";

async function paste(app: TrayApp, page: Page, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/** Sends for a code; answers the body of the request. */
async function send(page: Page, sandbox: Sandbox): Promise<unknown> {
  const request = sandbox.nextRequest(({ path }) => path.endsWith("/phone-login"));
  await page.getByRole("button", { name: labels.sendCode }).click();
  return (await request).body;
}

/** The caret's index among the characters of the number. */
function caretIn(page: Page): Promise<number | null> {
  return page.getByLabel(labels.phoneNumber).evaluate((field: HTMLInputElement) => field.selectionStart);
}

test("groups a number while it is typed, and sends its digits", async ({ launchWithWindow, sandbox }) => {
  const { page } = await launchWithWindow();
  const field = page.getByLabel(labels.phoneNumber);
  await expect(field).toBeFocused();
  await page.keyboard.type("(202)-5550123");
  await expect(field).toHaveValue("(202) 555-0123");

  await test.step("groups a typed number again for another country", async () => {
    await field.fill("3001234567");
    await expect(field).toHaveValue("(300) 123-4567");
    await chooseCountry(page, "CO");
    await expect(page.getByLabel(labels.country)).toHaveValue("Colombia (+57)");
    await expect(field).toHaveValue("300 1234567");
  });
  await test.step("takes the country of a whole number that is typed", async () => {
    await field.clear();
    await page.keyboard.type("+34 612 345 678");
    await expect(page.getByLabel(labels.country)).toHaveValue("Spain (+34)");
    await expect(field).toHaveValue("612 34 56 78");
  });
  await test.step("leaves letters as they are typed, and sends nothing", async () => {
    await field.clear();
    await page.keyboard.type("2O2 555 0123");
    await expect(field).toHaveValue("2O2 555 0123");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("not a phone number");
    expect(sandbox.requests).toHaveLength(0);
  });
  await test.step("sends a leading zero", async () => {
    await chooseCountry(page, "côte d'ivoire");
    await field.clear();
    await field.pressSequentially("0102030405");
    await expect(field).toHaveValue("01 02 03 0405");
    expect(await send(page, sandbox)).toEqual({ countryCode: "+225", phone: "0102030405", type: "login" });
  });
});

test("takes the country of a whole number that is pasted, in digits of any script", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { app, page } = await launchWithWindow();
  for (const text of ["00 57 (300) 123-4567", "+٥٧ ٣٠٠ ١٢٣ ٤٥٦٧", "+57300.123.4567", "００５７ ３００１２３４５６７"]) {
    await test.step(text, async () => {
      await chooseCountry(page, "US");
      await page.getByLabel(labels.phoneNumber).clear();
      await paste(app, page, text);
      await expect(page.getByLabel(labels.country)).toHaveValue("Colombia (+57)");
      await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("300 1234567");
    });
  }
  expect(await send(page, sandbox)).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
});

test("keeps caret, Undo and input methods working while it groups", async ({ launchWithWindow, sandbox }) => {
  const { page } = await launchWithWindow();
  const field = page.getByLabel(labels.phoneNumber);

  await test.step("Undo and Redo follow the typing", async () => {
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
  await test.step("editing in the middle keeps the caret, and Backspace passes separators", async () => {
    await field.clear();
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
  await test.step("digits from an input method are grouped when it has finished", async () => {
    await field.clear();
    const browser = await page.context().newCDPSession(page);
    for (const text of ["２", "２０２５"]) {
      await browser.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await expect(field).toHaveValue(text);
    }
    await browser.send("Input.insertText", { text: "２０２５５５０１２３" });
    await expect(field).toHaveValue("(202) 555-0123");
    expect(await send(page, sandbox)).toEqual({ countryCode: "+1", phone: 2025550123, type: "login" });
  });
});
