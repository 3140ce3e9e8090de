import type { Page } from "@playwright/test";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { expectAccessible } from "./accessible.ts";

function parts(page: Page) {
  const picker = page.getByLabel(labels.country);
  const options = page.getByRole("option");
  return { picker, options, active: page.getByRole("option", { selected: true }) };
}

test.describe("in Spanish", () => {
  test.use({ language: "es_CO.UTF-8" });

  test("starts with the system's country, and finds others by name, calling code and ISO code", async ({
    launchWithWindow,
  }) => {
    const { page } = await launchWithWindow();
    const { picker, options, active } = parts(page);
    await expect(picker).toHaveValue("Colombia (+57)");
    await picker.click();
    await expect(active).toHaveText("Colombia +57 CO");
    await expect(active).toBeInViewport({ ratio: 1 });
    expect(await options.count()).toBeGreaterThan(200);

    for (const [typed, first, count] of [
      ["méx", "México +52 MX", "1 país"],
      ["mex", "México +52 MX", "1 país"],
      ["57", "Colombia +57 CO", "1 país"],
      ["+34", "España +34 ES", "1 país"],
      ["ES", "España +34 ES", /^\d+ países$/],
      ["ivoire", "Côte d’Ivoire +225 CI", "1 país"],
    ] as const) {
      await picker.fill(typed);
      await expect(options.first()).toHaveText(first);
      await expect(active).toHaveText(first);
      await expect(page.getByRole("status")).toContainText(count);
    }
    await picker.fill("atlántida");
    await expect(page.locator("p.country-list")).toHaveText("Ningún país coincide.");
    await expect(page.getByRole("status")).toHaveText("Ningún país coincide.");
    await expect(picker).toHaveAttribute("aria-expanded", "false");
    await picker.press("Enter");
    await expect(picker).toHaveValue("Colombia (+57)");
    await expect(page.getByRole("status")).toHaveText("");
  });
});

test("works by the keyboard alone", async ({ launchWithWindow }) => {
  const { page } = await launchWithWindow();
  const { picker, options, active } = parts(page);
  await expect(page.getByLabel(labels.phoneNumber)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(picker).toBeFocused();
  await expect(picker).toHaveAttribute("aria-expanded", "true");
  await expect(active).toHaveText("United States +1 US");
  await expect(active).toHaveId((await picker.getAttribute("aria-activedescendant")) ?? "");

  for (const [key, text] of [
    ["Home", "Afghanistan +93 AF"],
    ["ArrowUp", "Afghanistan +93 AF"],
    ["ArrowDown", "Åland Islands +358 AX"],
    ["PageDown", "Anguilla +1 AI"],
    ["PageUp", "Åland Islands +358 AX"],
    ["End", "Zimbabwe +263 ZW"],
    ["ArrowDown", "Zimbabwe +263 ZW"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(active).toHaveText(text);
    await expect(active).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(picker).toHaveValue("United States (+1)");

  // A letter starts a search in place of the name.
  await page.keyboard.type("new");
  await page.keyboard.press("ArrowDown");
  await expect(active).toHaveText("New Zealand +64 NZ");
  await page.keyboard.press("Enter");
  await expect(picker).toHaveValue("New Zealand (+64)");
  await expect(options).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(active).toHaveText("New Zealand +64 NZ");
  await page.keyboard.type("ger");
  await page.keyboard.press("Tab");
  await expect(picker).toHaveValue("Germany (+49)");
  await expect(page.getByLabel(labels.phoneNumber)).toBeFocused();
});

test("chooses by a click, and keeps the country where nothing was searched", async ({ launchWithWindow }) => {
  const { page } = await launchWithWindow();
  const { picker, options, active } = parts(page);
  await test.step("keeps the country where the search is empty", async () => {
    await picker.click();
    await page.keyboard.press("Tab");
    await expect(options).toHaveCount(0);
    await expect(picker).toHaveValue("United States (+1)");
    await picker.click();
    await page.keyboard.press("Backspace");
    await expect(picker).toHaveValue("");
    await page.keyboard.press("Tab");
    await expect(picker).toHaveValue("United States (+1)");
  });
  await test.step("starts a search by the first letter after a click, also where the field has the focus", async () => {
    for (const typed of ["gua", "uru"]) {
      await picker.click();
      await picker.click({ position: { x: 60, y: 20 } });
      await page.keyboard.type(typed);
      await expect(picker).toHaveValue(typed);
      await picker.press("Escape");
    }
    await page.keyboard.type("+1");
    await expect(active).toHaveText("United States +1 US");
    await picker.press("Escape");
  });
  await test.step("chooses the clicked country and keeps the focus", async () => {
    await picker.click();
    await options.getByText("Uruguay").click();
    await expect(picker).toHaveValue("Uruguay (+598)");
    await expect(picker).toBeFocused();
    await expect(options).toHaveCount(0);
  });
});

test("keeps the list within a small window, and is accessible without a match", async ({ launchWithWindow }) => {
  const { app, page } = await launchWithWindow();
  const { picker, active } = parts(page);
  for (const [width, height] of [
    [400, 660],
    [340, 660],
    [340, 480],
  ] as const) {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as const,
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    await picker.click();
    await expect(page.getByRole("listbox")).toBeInViewport({ ratio: 1 });
    await expect(active).toBeInViewport({ ratio: 1 });
    expect((await active.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press("Escape");
  }
  await picker.fill("zzz");
  await expectAccessible(page);
});
