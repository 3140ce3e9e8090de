import type { Page } from "@playwright/test";
import { textsFor } from "../../../texts/index.ts";
import { openWindow, type ReachableState, type Stage } from "./stage.ts";

export const settingsStates = {
  settings: { reach: inSettings },
  "settings-end": {
    async reach(stage) {
      const page = await inSettings(stage);
      await page.mouse.move(200, 300);
      await page.mouse.wheel(0, 2000);
      await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
      return page;
    },
  },
  "settings-mistakes": {
    async reach(stage) {
      const texts = textsFor(stage.language);
      const page = await inSettings(stage);
      await page.getByRole("checkbox", { name: texts.ownReminder }).check();
      await page.getByRole("spinbutton").fill("400");
      await page.getByLabel(texts.variableName).selectOption(texts.ownVariableName);
      await page.getByRole("textbox", { name: texts.ownVariableNameField }).fill("2ND-TOKEN");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").nth(1).scrollIntoViewIfNeeded();
      return page;
    },
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function inSettings(stage: Stage): Promise<Page> {
  const { settingsHeading } = textsFor(stage.language);
  const page = await openWindow(stage);
  await page.getByRole("button", { name: settingsHeading }).click();
  await page.getByRole("heading", { name: settingsHeading }).waitFor();
  return page;
}
