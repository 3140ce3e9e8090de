import type { Page } from "@playwright/test";
import { textsFor } from "../../../texts/index.ts";
import { labels, logIn } from "../tray-app.ts";
import { openWindow, people, type ReachableState, type Stage } from "./stage.ts";

/** The states of the automatic renewal. It is off in the others, as at first. */
export const renewalStates = {
  "automatic-renewal": {
    async reach(stage) {
      const page = await switchedOn(stage);
      await page.locator(".tick-renews").waitFor();
      return page;
    },
  },
  "renewal-waits": {
    desktopOptions: { keyring: false },
    async reach(stage) {
      const page = await switchedOn(stage);
      await page.getByText(textsFor(stage.language).needsKeyring).waitFor();
      return page;
    },
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function switchedOn(stage: Stage): Promise<Page> {
  const page = await openWindow(stage);
  await logIn(page, stage.sandbox, people[stage.language].account);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  await page.getByRole("switch").check();
  return page;
}
