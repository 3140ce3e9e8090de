import type { Page } from "@playwright/test";
import { textsFor } from "../../../texts/index.ts";
import { release, startReleaseFeed } from "../release-feed.ts";
import { logIn } from "../tray-app.ts";
import { openWindow, people, type ReachableState, type Stage } from "./stage.ts";

/** The states with a newer release, right after the update check was enabled. */
export const updateStates = {
  "update-available": {
    async reach(stage) {
      const page = await inSettingsWithUpdate(stage);
      await page.getByRole("button", { name: textsFor(stage.language).back }).click();
      await page.getByRole("button", { name: textsFor(stage.language).hideUpdate }).waitFor();
      return page;
    },
  },
  "settings-update": {
    async reach(stage) {
      const page = await inSettingsWithUpdate(stage);
      await page.getByRole("button", { name: textsFor(stage.language).getUpdate }).scrollIntoViewIfNeeded();
      return page;
    },
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function inSettingsWithUpdate(stage: Stage): Promise<Page> {
  const texts = textsFor(stage.language);
  const feed = await startReleaseFeed(release("v1.2.3"));
  const page = await openWindow(stage, { env: { VERIFIK_TRAY_UPDATE_FEED: feed.address } });
  page.once("close", () => void feed.close());
  await logIn(page, stage.sandbox, people[stage.language].account);
  await page.getByRole("button", { name: texts.settingsHeading }).click();
  await page.getByRole("switch", { name: texts.updateCheck }).check();
  await page.getByRole("button", { name: texts.getUpdate }).waitFor();
  return page;
}
