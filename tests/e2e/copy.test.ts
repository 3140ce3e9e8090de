import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { trayAnswersMs } from "../fixtures/tray-answers.ts";
import { windowTest } from "../fixtures/window-test.ts";

async function copyFromMenu(app: TrayApp): Promise<void> {
  await app.trayItem.clickMenu("Copy bearer token");
  await app.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
}

test("the menu puts exactly the token on the clipboard, where other programs read it", async ({
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  await copyFromMenu(app);

  const token = await desktop.clipboard.readClipboard();
  expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  const me = await fetch(`${sandbox.origin}/v2/clients/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(me.status).toBe(200);

  await expect(page.getByText(/^Copied · clears in 4\d s$/)).toBeVisible();
  await app.trayItem.waitForTooltip((tooltip) => tooltip === "Verifik Tray: Token valid · 29 days left");
  expect(desktop.notifications.received).toEqual([]);
});

test("after 45 seconds the token is gone from CLIPBOARD and PRIMARY", async ({ launchLoggedIn, desktop }) => {
  test.setTimeout(100_000);
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  const copiedAtMs = performance.now();
  const token = await desktop.clipboard.readClipboard();
  expect(await desktop.clipboard.readPrimary()).toBe(token);

  await expect.poll(() => desktop.clipboard.readClipboard(), { timeout: 60_000, intervals: [500] }).toBe("");
  expect(performance.now() - copiedAtMs).toBeGreaterThan(43_000);
  await expect.poll(() => desktop.clipboard.readPrimary()).toBe("");
});

test("quitting takes the token off both clipboards", async ({ launchLoggedIn, desktop }) => {
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  expect(await desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  expect(await desktop.clipboard.readPrimary()).toMatch(/^eyJ/);

  // What X11's clipboards hold is gone with its program in any case, so they are read from within, as the last thing
  // before it: at the `will-quit` that nobody holds up any more.
  const atQuit = await app.electron.evaluateHandle(({ app, clipboard }) => {
    // Electron 33 has PRIMARY by an argument, later ones as a clipboard of its own.
    const either = clipboard as unknown as {
      readText(type?: "selection"): Promise<string> | string;
      readonly selection?: { readText(): Promise<string> };
    };
    const texts = new Promise<string[]>((resolve) => {
      app.on("will-quit", function read(event) {
        if (event.defaultPrevented) return;
        event.preventDefault();
        app.off("will-quit", read);
        resolve(Promise.all([either.readText(), either.selection?.readText() ?? either.readText("selection")]));
      });
    });
    return { texts };
  });
  await app.trayItem.clickMenu("Quit");
  expect(await atQuit.evaluate(({ texts }) => texts)).toEqual(["", ""]);
  await app.end();
  expect(await app.exited()).toBe(0);
});

windowTest("does not clear what the person copied since", async ({ app, loggedInPage: _page, desktop }) => {
  await copyFromMenu(app);
  await desktop.clipboard.write("something else");
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  expect(await desktop.clipboard.readClipboard()).toBe("something else");
});

test("the tray answers while programs that own the clipboard hang, and the app quits", async ({
  launchLoggedIn,
  desktop,
}) => {
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  await desktop.clipboard.write("something else", "clipboard");
  await desktop.clipboard.write("something else", "primary");
  desktop.clipboard.freeze();
  await app.trayItem.clickMenu("Log out");
  // Chromium would wait 18 seconds for each of the two.
  expect(Math.max(...(await trayAnswersMs(app.trayItem, 3_000)))).toBeLessThan(1_000);
  await app.waitForStatus("Not logged in");
  expect(await app.quit()).toBe(0);
});

windowTest("the window copies too, and no token passes through it", async ({ loggedInPage: page, desktop }) => {
  await page.getByRole("button", { name: labels.copyToken }).click();
  await expect(page.getByText(/^Copied · clears in 4\d s$/)).toBeVisible();
  const token = await desktop.clipboard.readClipboard();
  expect(token).toMatch(/^eyJ/);

  const seen = await page.evaluate(async () =>
    JSON.stringify([await window.verifikTray.getView(), document.documentElement.outerHTML, { ...localStorage }]),
  );
  expect(seen).not.toContain(token);
  expect(seen).not.toContain("eyJ");
});

windowTest(
  "Clear now takes the token off the clipboard, and the message with it",
  async ({ loggedInPage: page, desktop }) => {
    await page.getByRole("button", { name: labels.copyToken }).click();
    await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
    // The line shrinks by itself. The policy allows it no style attribute.
    const line = page.locator(".toast rect");
    const easing = () => line.evaluate((rect) => rect.getAnimations()[0]?.effect?.getTiming().easing);
    const width = () => line.evaluate((rect) => rect.getBoundingClientRect().width);
    expect(await easing()).toBe("linear");
    const before = await width();
    await expect.poll(width).toBeLessThan(before);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("button", { name: labels.copyToken }).click();
    await expect.poll(easing).toBe("steps(45)");
    await page.getByRole("button", { name: "Clear now" }).click();
    await expect(page.getByText(/^Copied/)).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("The clipboard was cleared.");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    // The harmless text, which no clipboard manager replaces by the token; then nothing.
    expect(await desktop.clipboard.readClipboard()).toBe("-");
    await expect.poll(() => desktop.clipboard.readClipboard()).toBe("");
  },
);
