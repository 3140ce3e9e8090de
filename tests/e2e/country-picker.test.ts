import type { Page } from "@playwright/test";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import { expect } from "../fixtures/app-test.ts";
import { windowTest as test } from "../fixtures/window-test.ts";
import { expectAccessible } from "./accessible.ts";

function parts(page: Page) {
  const country = page.getByRole("button", { name: labels.country });
  const search = page.getByRole("combobox", { name: labels.searchCountries });
  const number = page.getByRole("textbox", { name: labels.phoneNumber });
  const options = page.getByRole("option");
  return { country, search, number, options, active: page.getByRole("option", { selected: true }) };
}

test.describe("in Spanish", () => {
  test.use({ language: "es_CO.UTF-8" });

  test("starts with the system's country, and finds others by name, calling code and ISO code", async ({ page }) => {
    const { country, search, options, active } = parts(page);
    await expect(country).toHaveAccessibleName("País: Colombia, +57");
    await expect(page.getByText("Colombia. Puedes pegar el número completo, con +57.")).toBeVisible();
    await country.click();
    await expect(search).toBeFocused();
    await expect(active).toHaveText("Colombia +57");
    await expect(active).toBeInViewport({ ratio: 1 });
    expect(await options.count()).toBeGreaterThan(200);

    for (const [typed, first, count] of [
      ["méx", "México +52", "1 país"],
      ["mex", "México +52", "1 país"],
      ["57", "Colombia +57", "1 país"],
      ["+34", "España +34", "1 país"],
      ["ES", "España +34", /^\d+ países$/],
      ["ivoire", "Côte d’Ivoire +225", "1 país"],
    ] as const) {
      await search.fill(typed);
      await expect(options.first()).toHaveText(first);
      await expect(active).toHaveText(first);
      await expect(page.getByRole("status")).toContainText(count);
    }
    await search.fill("atlántida");
    await expect(page.getByText("Ningún país coincide.").first()).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Ningún país coincide.");
    await expect(search).toHaveAttribute("aria-expanded", "false");
    await search.press("Enter");
    await expect(country).toHaveAccessibleName("País: Colombia, +57");
    await expect(page.getByRole("status")).toHaveText("");
  });
});

test("works by the keyboard alone", async ({ page }) => {
  const { country, search, number, options, active } = parts(page);
  await expect(number).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(country).toBeFocused();
  await expect(country).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(country).toHaveAttribute("aria-expanded", "true");
  await expect(search).toBeFocused();
  await expect(active).toHaveText("United States +1");
  await expect(active).toHaveId((await search.getAttribute("aria-activedescendant")) ?? "");

  for (const [key, text] of [
    ["Home", "Afghanistan +93"],
    ["ArrowUp", "Afghanistan +93"],
    ["ArrowDown", "Åland Islands +358"],
    ["PageDown", "Anguilla +1"],
    ["PageUp", "Åland Islands +358"],
    ["End", "Zimbabwe +263"],
    ["ArrowDown", "Zimbabwe +263"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(active).toHaveText(text);
    await expect(active).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(country).toBeFocused();
  await expect(country).toHaveAccessibleName("Country: United States, +1");

  await test.step("Enter chooses, and goes on to the number", async () => {
    await page.keyboard.press("Space");
    await page.keyboard.type("new");
    await page.keyboard.press("ArrowDown");
    await expect(active).toHaveText("New Zealand +64");
    await page.keyboard.press("Enter");
    await expect(country).toHaveAccessibleName("Country: New Zealand, +64");
    await expect(options).toHaveCount(0);
    await expect(number).toBeFocused();
  });
  await test.step("Tab chooses too", async () => {
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowUp");
    await expect(active).toHaveText("New Zealand +64");
    await page.keyboard.type("ger");
    await page.keyboard.press("Tab");
    await expect(country).toHaveAccessibleName("Country: Germany, +49");
    await expect(number).toBeFocused();
  });
});

test("chooses by a click, and keeps the country where nothing was chosen", async ({ page }) => {
  const { country, search, number, options, active } = parts(page);
  await test.step("keeps the country where the search is empty", async () => {
    await country.click();
    await page.keyboard.press("Tab");
    await expect(options).toHaveCount(0);
    await expect(country).toHaveAccessibleName("Country: United States, +1");
    await country.click();
    await search.fill("gua");
    await search.fill("");
    await expect(active).toHaveText("United States +1");
    await page.keyboard.press("Tab");
    await expect(country).toHaveAccessibleName("Country: United States, +1");
  });
  await test.step("closes by a click on the calling code or elsewhere, which chooses nothing", async () => {
    await country.click();
    await search.fill("uru");
    await country.click();
    await expect(options).toHaveCount(0);
    await expect(country).toBeFocused();
    await country.click();
    await search.fill("uru");
    await page.getByRole("heading", { level: 1 }).click();
    await expect(options).toHaveCount(0);
    await expect(country).toHaveAccessibleName("Country: United States, +1");
  });
  await test.step("chooses the clicked country, and goes on to the number", async () => {
    await country.click();
    await options.getByText("Uruguay").click();
    await expect(country).toHaveAccessibleName("Country: Uruguay, +598");
    await expect(number).toBeFocused();
    await expect(options).toHaveCount(0);
  });
});

test("keeps the list within a small window, and is accessible without a match", async ({ app, page }) => {
  const { country, search, active } = parts(page);
  for (const [width, height] of [
    [400, 640],
    [340, 640],
    [340, 480],
  ] as const) {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as const,
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    await country.click();
    await expect(search).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("listbox")).toBeInViewport({ ratio: 1 });
    await expect(active).toBeInViewport({ ratio: 1 });
    expect((await active.boundingBox())?.height).toBeGreaterThanOrEqual(36);
    await page.keyboard.press("Escape");
  }
  await country.click();
  await search.fill("zzz");
  await expectAccessible(page);
});
