import type { Page } from "@playwright/test";
import { release } from "../../desktop-lab/app/release-feed.ts";
import { textsFor } from "../../texts/index.ts";
import { brokenAnswers, elsewhere, foundOrNot, hostileAnswers } from "../fixtures/release-feed-answers.ts";
import { expect, nextDay, openByMenu, test } from "./update-stage.ts";

const en = textsFor("en");
const page999 = "https://github.com/verifik-tray/verifik-tray/releases/tag/v9.9.9";

function shown(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => (await window.verifikTray.getView()).update.newer);
}

// tests/integration/updates has them all on Node's network; `npm test` has the hostile ones here too.
for (const [group, answers, tag] of [
  ["foundOrNot", foundOrNot, ["@all"]],
  ["brokenAnswers", brokenAnswers, ["@all"]],
  ["hostileAnswers", hostileAnswers, []],
] as const) {
  // On Electron's own network. The window shows the settings, which always name a newer version.
  test(`each of the ${group} leads to our own page, to nothing, or to a line in the log`, { tag: [...tag] }, async ({
    launch,
    updateEnv,
    feed,
    personsBrowser,
  }) => {
    test.slow();
    const app = await launch({ env: updateEnv });
    const page = await app.window();
    await page.getByRole("button", { name: en.settingsHeading }).click();
    feed.answer = release("v9.9.8");
    await page.getByRole("switch", { name: en.updateCheck }).check();
    await expect.poll(() => shown(page)).toBe("9.9.8");
    let pagesOpened = 0;

    for (const [what, { answer, means }] of Object.entries(answers)) {
      await test.step(what, async () => {
        const { length: loggedBefore } = app.output;
        feed.answer = answer;
        await nextDay(app);
        await openByMenu(app);
        if (means === "nothing") {
          await expect(page.getByText(en.getUpdate)).toBeHidden();
        } else if ("fails" in means) {
          const logged = () => app.output.slice(loggedBefore);
          await expect.poll(logged).toBe(`warn: update-not-looked-for failure=${means.fails}\n`);
          expect(await shown(page)).toBe("9.9.8");
          await expect(page.getByRole("alert")).toHaveCount(0);
        } else {
          await expect(page.locator(".news")).toContainText(en.updateAvailable(means.finds));
          await page.getByRole("button", { name: en.getUpdate }).click();
          pagesOpened += 1;
          await expect.poll(() => personsBrowser.opened()).toEqual(Array(pagesOpened).fill(page999));
        }
        // Where it began, for the next one.
        if ((await shown(page)) !== "9.9.8") {
          feed.answer = release("v9.9.8");
          await nextDay(app);
          await openByMenu(app);
          await expect.poll(() => shown(page)).toBe("9.9.8");
        }
      });
    }
    expect(await page.title()).toBe(en.productName);
    expect(feed.requests.filter(({ path }) => path === elsewhere)).toEqual([]);
  });
}
