import { labels } from "../../desktop-lab/app/tray-app.ts";
import { copyFromMenu, expect, statusWith, test } from "../fixtures/app-test.ts";

test("copies the token from the menu as it is, as a header and as a line of a .env file", async ({
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  const read = () => desktop.clipboard.readClipboard();
  await copyFromMenu(app);
  const token = await read();
  expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(await desktop.clipboard.readPrimary()).toBe(token);
  expect(await statusWith(token, sandbox)).toBe(200);
  await expect(page.getByText("Copied. The clipboard is cleared in 45 seconds.")).toBeVisible();
  await app.trayItem.waitForTooltip((tooltip) => tooltip === "Verifik Tray: Token valid · 29 days left");
  expect(desktop.notifications.received).toEqual([]);

  await app.trayItem.clickMenu("Authorization header");
  await expect.poll(read).toBe(`Authorization: Bearer ${token}`);
  await app.trayItem.clickMenu(".env line (VERIFIK_TOKEN)");
  await expect.poll(read).toBe(`VERIFIK_TOKEN=${token}`);
  await app.trayItem.clickMenu("Log out");
  await expect.poll(read).toBe("");
});

test("copies from the window in three forms, without passing the token through the page", async ({
  launchLoggedIn,
  desktop,
}) => {
  const { page } = await launchLoggedIn();
  const read = () => desktop.clipboard.readClipboard();
  await page.getByRole("button", { name: labels.copyToken }).click();
  await expect(page.getByText("Copied. The clipboard is cleared in 45 seconds.")).toBeVisible();
  const token = await read();
  expect(token).toMatch(/^eyJ/);
  const copyAs = page.getByRole("group", { name: "Copy as" });
  await copyAs.getByRole("button", { name: "Authorization header" }).click();
  await expect.poll(read).toBe(`Authorization: Bearer ${token}`);
  await copyAs.getByRole("button", { name: ".env line (VERIFIK_TOKEN)" }).click();
  await expect.poll(read).toBe(`VERIFIK_TOKEN=${token}`);

  const seen = await page.evaluate(async () =>
    JSON.stringify([await window.verifikTray.getView(), document.documentElement.outerHTML, { ...localStorage }]),
  );
  expect(seen).not.toContain(token);
  expect(seen).not.toContain("eyJ");
});

test("clears both clipboards when the app quits", async ({ launchLoggedIn, desktop }) => {
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  expect(await desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  expect(await desktop.clipboard.readPrimary()).toMatch(/^eyJ/);

  // X11 drops a clipboard with the program that owns it. So the app itself reads both at its last event, the `will-quit`
  // that no listener prevents any more.
  const atQuit = await app.electron.evaluateHandle(({ app, clipboard }) => {
    // Electron 33 reads PRIMARY by an argument, later versions by a clipboard of its own.
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

test("leaves the clipboard alone when something else was copied since", async ({ launchLoggedIn, desktop }) => {
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  await desktop.clipboard.write("something else");
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  expect(await desktop.clipboard.readClipboard()).toBe("something else");
});
