import type { Page } from "@playwright/test";
import { type FeedAnswer, type ReleaseFeedServer, startReleaseFeed } from "../../desktop-lab/app/release-feed.ts";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { Browser } from "../../desktop-lab/desktop/browser.ts";
import { textsFor } from "../../texts/index.ts";
import { test as base, expect } from "../fixtures/app-test.ts";

export { expect } from "../fixtures/app-test.ts";

const en = textsFor("en");

interface UpdateFixtures {
  /** What the feed answers at first. In an object, because Playwright would call a function. */
  firstAnswer: { readonly answer: FeedAnswer };
  feed: ReleaseFeedServer;
  personsBrowser: Browser;
  /** What leads the app to both. */
  updateEnv: Readonly<Record<string, string>>;
}

/** Each test has a feed of releases and a browser of its own. */
export const test = base.extend<UpdateFixtures>({
  firstAnswer: [{ answer: (response) => response.writeHead(404).end() }, { option: true }],

  feed: async ({ firstAnswer }, use) => {
    const feed = await startReleaseFeed(firstAnswer.answer);
    await use(feed);
    await feed.close();
  },

  personsBrowser: async ({ desktop }, use) => use(new Browser(desktop.folder)),

  updateEnv: async ({ feed, personsBrowser }, use) =>
    use({ ...personsBrowser.env, VERIFIK_TRAY_UPDATE_FEED: feed.address }),
});

/** Opens the window by the tray's menu, or brings it to the front. */
export async function openByMenu(app: TrayApp): Promise<Page> {
  await app.trayItem.clickMenu(en.openWindow);
  return app.window();
}

/** Switches the check on, or off, among the settings, and goes back. */
export async function switchCheck(page: Page, on: boolean): Promise<void> {
  await page.getByRole("button", { name: en.settingsHeading }).click();
  await page.getByRole("switch", { name: en.updateCheck }).setChecked(on);
  // Not by what is said: the news may be said in its place already.
  const stored = () => page.evaluate(async () => (await window.verifikTray.getView()).settings.updateCheck);
  await expect.poll(stored).toBe(on ? "on" : "off");
  await page.getByRole("button", { name: en.back }).click();
  await page.getByRole("button", { name: en.settingsHeading }).waitFor();
}

/** The app's clock is a day further from now on. */
export async function nextDay({ electron }: TrayApp): Promise<void> {
  await electron.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 24 * 60 * 60 * 1000;
  });
}
