import { rmSync } from "node:fs";
import { join } from "node:path";
import { logIn, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { lockKeyring, startKeyring, unlockKeyring } from "../../../desktop-lab/keyring/keyring.ts";
import { KeyringPrompter } from "../../../desktop-lab/keyring/keyring-prompter.ts";
import { ana, expect, test } from "../../fixtures/app-test.ts";
import { trayAnswersMs } from "../../fixtures/tray-answers.ts";
import { recordFigure } from "../figures.ts";
import { startBareApp, storedText } from "./bare-app.ts";

const password = "of the person whose keyring it is";
const valid = "Token valid · 29 days left";

/** Counts what holds, so that the table has failures too; the first that does not hold ends the test. */
async function figure(
  item: string,
  attempt: (holds: (what: string, is: boolean) => void) => Promise<string | undefined>,
) {
  const results: [string, boolean][] = [];
  let measured: string | undefined;
  let ended = false;
  try {
    measured = await attempt((what, is) => results.push([what, is]));
    ended = true;
  } finally {
    const wrong = results.filter(([, is]) => !is).length + (ended ? 0 : 1);
    const tries = results.length + (ended ? 0 : 1);
    recordFigure({ part: "losses", item, tries, failures: wrong, ...(measured && { measured }) });
  }
  expect(results.filter(([, is]) => !is)).toEqual([]);
}

/** The token is read: the first state of the menu says only that there is one. */
async function copy({ trayItem }: TrayApp): Promise<void> {
  await trayItem.clickMenu("Copy bearer token");
  await trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
}

test.describe("with a keyring of which the password is known", () => {
  test.use({ desktopOptions: { keyring: false } });

  test("a locked keyring whose prompt nobody answers", async ({ launch, launchLoggedIn, desktop, sandbox }) => {
    const keyring = await startKeyring(desktop.busAddress, desktop.env, password);
    try {
      const { app: first } = await launchLoggedIn();
      await first.quit();
      const stored = storedText(desktop);
      await figure(
        "a locked keyring whose prompt is never answered: the tray answers, ciphertext kept",
        async (holds) => {
          const prompter = await KeyringPrompter.start(desktop.busAddress);
          await lockKeyring(desktop.busAddress);
          const locked = await startBareApp(desktop, sandbox.origin);
          await prompter.waitUntilAsked();
          const slowestMs = Math.max(...(await trayAnswersMs(locked.trayItem, 3_000)));
          holds("the tray answers within a second while it waits", slowestMs < 1_000);
          holds("the menu shows the stored state", (await locked.trayItem.menu())[0]?.label === valid);
          holds("nothing is changed while it waits", storedText(desktop) === stored);
          // Whatever asked goes away: as good as an answer that the person does not give.
          prompter.close();
          await locked.trayItem.waitForMenu(([status]) => status?.label === "Not logged in");
          holds("nothing is changed by the refusal", storedText(desktop) === stored);
          await unlockKeyring(desktop.busAddress, password);
          await locked.trayItem.waitForMenu(([status]) => status?.label === valid);
          holds("unlocked late, the token is read without a restart", storedText(desktop) === stored);
          await locked.process.end();

          const next = await launch();
          await copy(next);
          await next.quit();
          return `the slowest answer of the tray ${slowestMs.toFixed(0)} ms`;
        },
      );
    } finally {
      await keyring.end();
    }
  });

  // It starts the app seven times.
  test("a keyring that refuses, comes back, and is reset", { tag: "@all" }, async ({
    launch,
    launchLoggedIn,
    desktop,
    sandbox,
  }) => {
    let keyring = await startKeyring(desktop.busAddress, desktop.env, password);
    try {
      const { app: first } = await launchLoggedIn();
      await first.quit();
      const stored = storedText(desktop);
      const { ciphertext } = JSON.parse(stored).tokens[sandbox.origin];
      await figure("a keyring that is locked, missing or reset: told, ciphertext kept", async (holds) => {
        // Nobody is there to ask for the password, which the keyring takes for a refusal.
        await lockKeyring(desktop.busAddress);
        const refused = await launch();
        const page = await refused.window();
        await expect(page.getByText(/no keyring is available to decrypt it/)).toBeVisible();
        await page.getByRole("button", { name: "Log in…" }).click();
        await logIn(page, sandbox, ana);
        await expect(page.getByText(/No keyring is open, so the token is kept in memory only/)).toBeVisible();
        await refused.quit();
        holds("locked, also after a login", storedText(desktop).includes(ciphertext));

        await keyring.end();
        const without = await launch();
        await expect((await without.window()).getByText(/no keyring is available to decrypt it/)).toBeVisible();
        await without.quit();
        holds("missing", storedText(desktop).includes(ciphertext));

        keyring = await startKeyring(desktop.busAddress, desktop.env, password);
        const back = await launch();
        await copy(back);
        await back.quit();
        holds("back again, it is read", storedText(desktop).includes(ciphertext));

        await keyring.end();
        rmSync(join(String(desktop.env.XDG_DATA_HOME), "keyrings"), { recursive: true });
        keyring = await startKeyring(desktop.busAddress, desktop.env, password);
        const reset = await launch();
        const resetPage = await reset.window();
        await expect(resetPage.getByText(/a key that your keyring no longer has/)).toBeVisible();
        holds("reset", storedText(desktop).includes(ciphertext));
        await resetPage.getByRole("button", { name: "Log in…" }).click();
        await logIn(resetPage, sandbox, ana);
        await expect.poll(() => JSON.parse(storedText(desktop)).keptAside.length).toBe(1);
        await reset.quit();
        holds("reset, and logged in again", storedText(desktop).includes(ciphertext));
        return undefined;
      });
    } finally {
      await keyring.end();
    }
  });
});

test("an unlocked keyring holds the main process up for less than 200 ms a call", async ({ launchLoggedIn }) => {
  const { app } = await launchLoggedIn();
  const calls = 100;
  const lengthsMs = await app.electron.evaluate(({ safeStorage }, count) => {
    return Array.from({ length: count }, () => {
      const beganMs = performance.now();
      if (!safeStorage.isEncryptionAvailable()) return Number.POSITIVE_INFINITY;
      safeStorage.decryptString(safeStorage.encryptString("x".repeat(700)));
      return performance.now() - beganMs;
    });
  }, calls);
  const longestMs = Math.max(...lengthsMs);
  const tooLong = lengthsMs.filter((ms) => ms > 200);
  recordFigure({
    part: "losses",
    item: "synchronous calls to an unlocked keyring: under 200 ms each",
    tries: calls,
    failures: tooLong.length,
    measured: `the longest ${longestMs.toFixed(1)} ms`,
  });
  expect(tooLong).toEqual([]);
});
