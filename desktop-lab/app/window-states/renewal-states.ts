import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { textsFor } from "../../../texts/index.ts";
import { labels, logIn } from "../tray-app.ts";
import { openWindow, people, type ReachableState, type Stage } from "./stage.ts";

const daySeconds = 24 * 60 * 60;
const minuteMs = 60_000;

/** The states of automatic renewal. It is off in the others, as at first. */
export const renewalStates = {
  "automatic-renewal": {
    async reach(stage) {
      const page = await openWindow(stage);
      await switchOn(page, stage);
      await page.locator(".tick-renews").waitFor();
      return page;
    },
  },
  "renewal-waits": {
    desktopOptions: { keyring: false },
    async reach(stage) {
      const page = await openWindow(stage);
      await switchOn(page, stage);
      await page.getByText(textsFor(stage.language).needsKeyring).waitFor();
      return page;
    },
  },
  "renewal-failed": {
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3.5 * daySeconds },
    async reach(stage) {
      const page = await afterTry(stage, {
        failure: "no-answer",
        triedAtMs: Date.now() - 5 * minuteMs,
        nextAtMs: Date.now() + 55 * minuteMs,
      });
      await page.getByText(textsFor(stage.language).renewalFailures["no-answer"]).waitFor();
      return page;
    },
  },
  "renewed-automatically": {
    async reach(stage) {
      const page = await afterTry(stage, { renewed: true });
      await page.locator(".tick-renews").waitFor();
      return page;
    },
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function switchOn(page: Page, { sandbox, language }: Stage): Promise<void> {
  await logIn(page, sandbox, people[language].account);
  const toggle = page.getByRole("switch", { name: textsFor(language).automaticRenewalHeading });
  await toggle.click();
  await page.getByText(textsFor(language).renewalOff).waitFor({ state: "detached" });
}

/** Tries come after a minute at the soonest, so the file gets the record that a try would leave. */
async function afterTry(stage: Stage, record: object): Promise<Page> {
  const first = await stage.launch();
  await switchOn(await first.window(), stage);
  await first.end();
  const { obtainedAtMs } = JSON.parse(first.readStore()).tokens[stage.sandbox.origin];
  const renewal = { obtainedAtMs, renewed: false, tries: 1, minted: 1, refusals: 0, rejectionTold: false, ...record };
  const notes = { schemaVersion: 1, notes: { [stage.sandbox.origin]: { renewal } } };
  writeFileSync(join(first.storeFile(), "../token-notes.json"), JSON.stringify(notes));
  const later = await stage.launch();
  await later.trayItem.activate();
  const page = await later.window();
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  return page;
}
