import { projectFolder, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { hasUserNamespaces } from "../../desktop-lab/process/user-namespaces.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";
import { OwnTimeZone } from "../fixtures/own-time-zone.ts";
import { windowTest } from "../fixtures/window-test.ts";

/** Sets the wall clock of this process ahead. The monotonic clock goes on as before. */
function setClockAhead(ms: number): void {
  const { now } = Date;
  Date.now = () => now() + ms;
}

/** The same in main. `evaluate` hands over Electron first. */
function setMainClockAhead(_: unknown, ms: number): void {
  const { now } = Date;
  Date.now = () => now() + ms;
}

/** Makes main's timers of one minute fire after 100 ms: the alarm looks at clock and time zone once a minute. */
function shortenMinutes(): void {
  const { setTimeout } = globalThis;
  const shortened = (callback: () => void, ms: number) => setTimeout(callback, ms === 60_000 ? 100 : ms);
  globalThis.setTimeout = Object.assign(shortened, setTimeout);
}

/** The moment as window and menu show it to somebody in that zone. */
function dateIn(timeZone: string, momentMs: number): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(momentMs);
}

test("menu and window show the present time zone and the present time after the computer moves or its clock is set", async ({
  launchLoggedIn,
  launch,
  sandbox,
}) => {
  test.skip(!hasUserNamespaces(), "Only a program in a mount namespace can have a time zone of its own.");
  const computer = new OwnTimeZone("America/Bogota");
  try {
    const options = { packaged: computer.program, args: [projectFolder] };
    const { app: first } = await launchLoggedIn(options);
    await expect.poll(() => first.readStore()).toContain("ciphertext");
    const { expiresAtMs } = JSON.parse(first.readStore()).tokens[sandbox.origin];
    await first.quit();

    // Without a window nothing has asked Chromium for the time zone yet.
    const app = await launch(options);
    await app.waitUntilLoaded();
    const wake = () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit("resume"));
    const shown = async () => (await app.trayItem.menu())[1]?.label;
    await expect.poll(shown).toBe(`Expires on ${dateIn("America/Bogota", expiresAtMs)}`);

    computer.moveTo("Asia/Tokyo");
    await wake();
    await expect.poll(shown).toBe(`Expires on ${dateIn("Asia/Tokyo", expiresAtMs)}`);

    await app.electron.evaluate(shortenMinutes);
    // Sets the alarm again, with the shorter minute.
    await wake();
    computer.moveTo("Africa/Nairobi");
    await expect.poll(shown).toBe(`Expires on ${dateIn("Africa/Nairobi", expiresAtMs)}`);

    await app.trayItem.clickMenu("Open Verifik Tray");
    const page = await app.window();
    await expect(page.getByText(dateIn("Africa/Nairobi", expiresAtMs))).toBeVisible();
    computer.moveTo("Asia/Kolkata");
    await expect(page.getByText(dateIn("Asia/Kolkata", expiresAtMs))).toBeVisible();
    expect(await shown()).toBe(`Expires on ${dateIn("Asia/Kolkata", expiresAtMs)}`);

    await app.electron.evaluate(setMainClockAhead, 28 * 24 * 60 * 60_000);
    await app.waitForStatus("Token expires soon · 1 day left");
    await expect(page.getByRole("heading", { name: "1 day left" })).toBeVisible();
  } finally {
    computer.remove();
  }
});

windowTest("a code runs out while the computer sleeps, and another one can be requested", async ({ page, sandbox }) => {
  await requestCode(page, sandbox, ana);
  await expect(page.getByText(/^Good for (9|10):/)).toBeVisible();
  await page.evaluate(setClockAhead, 20 * 60_000);
  await expect(page.getByText("This code has expired.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a new code" })).toBeEnabled();
});
