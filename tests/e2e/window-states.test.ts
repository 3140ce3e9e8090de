import type { Page } from "@playwright/test";
import { enterCode, labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { people } from "../../desktop-lab/app/window-states/stage.ts";
import {
  type WindowStateName,
  windowStateNames,
  windowStates,
} from "../../desktop-lab/app/window-states/window-states.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { expectAccessible, expectContrast } from "./accessible.ts";
import { faintControls } from "./window-checks/controls.ts";
import { cutTexts } from "./window-checks/cut-texts.ts";
import { keyboardFaults } from "./window-checks/keyboard.ts";
import { layoutFaults } from "./window-checks/layout.ts";
import { mirrorFaults } from "./window-checks/mirror.ts";
import { rightToLeft, stretched, withPseudoTexts } from "./window-checks/pseudo-texts.ts";

/** One of each kind of screen for `npm test`; `npm run test:all` runs all states in both languages. */
const everyTime: readonly WindowStateName[] = ["code", "revoke", "settings"];

/** The content as the window opens, and at its smallest width. */
const sizes = [
  { width: 400, height: 660 },
  { width: 340, height: 660 },
];

for (const language of ["en", "es"] as const) {
  for (const name of windowStateNames) {
    const { desktopOptions, sandboxOptions, reach } = windowStates[name];
    test.describe(() => {
      test.use({
        language: people[language].locale,
        ...(desktopOptions && { desktopOptions }),
        ...(sandboxOptions && { sandboxOptions }),
      });
      const quick = language === "en" && everyTime.includes(name);

      test(`${name}, ${language}`, { tag: quick ? [] : ["@all"] }, async ({ launch, sandbox }) => {
        // axe-core looks at each of 245 countries.
        if (name === "country-picker") test.slow();
        const page = await reach({ language, sandbox, launch });
        await test.step("axe-core", () => expectAccessible(page));
        await test.step("layout", () => expectLayout(page));
        await test.step("modes", () => expectModes(page));
        await test.step("mirrored", async () => expect.soft(await mirrorFaults(page)).toEqual([]));
        await test.step("keyboard", async () => expect.soft(await keyboardFaults(page)).toEqual([]));
      });
    });
  }
}

async function expectLayout(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect.soft([...(await layoutFaults(page)), ...(await cutTexts(page))], `${size.width} px`).toEqual([]);
    await withPseudoTexts(page, stretched, "ltr", async () => {
      expect.soft(await layoutFaults(page), `long texts, ${size.width} px`).toEqual([]);
    });
    await withPseudoTexts(page, rightToLeft, "rtl", async () => {
      expect.soft(await layoutFaults(page), `right to left, ${size.width} px`).toEqual([]);
    });
  }
}

async function expectModes(page: Page): Promise<void> {
  for (const mode of [{ contrast: "more" }, { forcedColors: "active" }] as const) {
    await page.emulateMedia(mode);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectContrast(page);
      expect.soft(await faintControls(page), `${JSON.stringify(mode)}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ contrast: null, forcedColors: null });
  }
}

// WCAG 1.4.4 and 1.4.10: https://www.w3.org/TR/WCAG22/#reflow
test("at double size nothing is cut off or scrolls sideways, and Tab reaches every control", async ({
  launch,
  sandbox,
}) => {
  const app = await launch();
  const page = await app.window();
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.zoomFactor = 2;
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(200);
  const expectUsable = async (state: WindowStateName) => {
    expect.soft([...(await layoutFaults(page)), ...(await keyboardFaults(page))], state).toEqual([]);
  };

  const otp = await requestCode(page, sandbox, people.en.account);
  await expectUsable("code");
  await enterCode(page, otp);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  await expectUsable("logged-in");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await expectUsable("settings");
});

test("the spinner stands still where the system asks for reduced motion", async ({ launch, sandbox }) => {
  const page = await windowStates["phone-number"].reach({ language: "en", sandbox, launch });
  sandbox.faults.next("request-otp", faultTable.silence.fault);
  await page.getByRole("button", { name: labels.sendCode }).click();
  const running = () => page.evaluate(() => document.getAnimations().length);
  await expect.poll(running).toBe(1);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(running).toBe(0);
});
