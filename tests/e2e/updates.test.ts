import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { release } from "../../desktop-lab/app/release-feed.ts";
import { labels, launchArguments, loopbackAddresses, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { textsFor } from "../../texts/index.ts";
import { ana } from "../fixtures/app-test.ts";
import { expect, nextDay, openByMenu, switchCheck, test } from "./update-stage.ts";

const en = textsFor("en");
const page999 = "https://github.com/verifik-tray/verifik-tray/releases/tag/v9.9.9";

test.describe("with a newer release", () => {
  test.use({ firstAnswer: { answer: release("v9.9.9", { html_url: "https://evil.example/" }) } });

  test("asks the feed only when the check is on, sends nothing about person or system, and opens our own page", async ({
    launchLoggedIn,
    updateEnv,
    feed,
    personsBrowser,
  }) => {
    const { app, page } = await launchLoggedIn({ env: updateEnv });
    await openByMenu(app);
    // The answer to this comes after the time at which the app would have asked the feed.
    await page.getByRole("button", { name: en.renew, exact: true }).click();
    await expect(page.getByRole("status").locator(".notice")).toBeVisible();
    expect(feed.requests).toEqual([]);

    await page.getByRole("button", { name: en.settingsHeading }).click();
    const box = page.getByRole("checkbox", { name: en.updateCheck });
    await expect(box).not.toBeChecked();
    await expect(box).toHaveAccessibleDescription(en.updateCheckHint("0.1.0", new URL(feed.address).host));
    await box.check();
    await expect(page.getByRole("status")).toContainText(en.updateAvailable("9.9.9"));
    const get = page.getByRole("button", { name: en.getUpdate });
    await expect(get).toHaveAccessibleDescription(en.updateAvailable("9.9.9"));
    await page.getByRole("button", { name: en.back }).click();
    await expect(page.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.9"));
    const [request, ...more] = feed.requests;
    expect(more).toEqual([]);
    const { host: _host, ...headers } = request?.headers ?? {};
    expect([request?.method, request?.path]).toEqual(["GET", "/releases/latest"]);
    expect(headers).toMatchObject({ "user-agent": "Verifik-Tray", "accept-language": "en" });
    // The headers that every Chromium sends.
    const usual =
      /^(user-agent|accept|accept-(language|encoding)|connection|cache-control|pragma|priority|sec-fetch-\w+)$/;
    expect(Object.keys(headers).filter((name) => !usual.test(name))).toEqual([]);
    expect(JSON.stringify(headers)).not.toMatch(/\d\.\d|linux|x11|electron|chrome|_US|-US/i);
    await get.click();
    await expect.poll(() => personsBrowser.opened()).toEqual([page999]);
    expect(page.url()).toBe("app://verifik-tray/");
  });

  test("asks once a day, keeps the news for the next start, and shows a hidden one in the settings only", async ({
    launch,
    launchLoggedIn,
    updateEnv,
    feed,
  }) => {
    const { app, page } = await launchLoggedIn({ env: updateEnv });
    await switchCheck(page, true);
    await page.getByRole("button", { name: en.getUpdate }).waitFor();
    await openByMenu(app);
    await app.quit();

    const again = await launch({ env: updateEnv });
    const later = await openByMenu(again);
    await later.getByRole("button", { name: en.getUpdate }).waitFor();
    expect(feed.requests).toHaveLength(1);
    await test.step("a hidden version is shown in the settings only", async () => {
      await later.getByRole("button", { name: en.hideUpdate }).click();
      await expect(later.getByText(en.updateAvailable("9.9.9"))).toBeHidden();
      await expect(later.getByRole("status")).toContainText(en.updateHidden);
      // The button that had the focus is gone.
      await expect(later.getByRole("heading", { level: 1 })).toBeFocused();
      await later.getByRole("button", { name: en.settingsHeading }).click();
      await expect(later.getByText(en.updateAvailable("9.9.9"))).toBeVisible();
      await expect(later.getByRole("button", { name: en.hideUpdate })).toBeHidden();
      await again.quit();
    });
    await test.step("it stays hidden after a restart, until there is a newer one", async () => {
      const third = await launch({ env: updateEnv });
      const last = await openByMenu(third);
      await last.getByRole("button", { name: labels.copyToken }).waitFor();
      await expect(last.getByText(en.updateAvailable("9.9.9"))).toBeHidden();
      expect(feed.requests).toHaveLength(1);
      feed.answer = release("v9.9.10");
      await nextDay(third);
      await openByMenu(third);
      await expect(last.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.10"));
      expect(feed.requests).toHaveLength(2);
    });
  });

  test("asks no more and shows no news when switched off", async ({ launchLoggedIn, updateEnv, feed }) => {
    const { app, page } = await launchLoggedIn({ env: updateEnv });
    await switchCheck(page, true);
    const get = page.getByRole("button", { name: en.getUpdate });
    await get.waitFor();
    await switchCheck(page, false);
    await expect(get).toBeHidden();
    await nextDay(app);
    await openByMenu(app);
    await switchCheck(page, true);
    await expect.poll(() => feed.requests.length).toBe(2);
  });

  test("shows no news during a login", async ({ launchWithWindow, sandbox, updateEnv, feed }) => {
    const { page } = await launchWithWindow({ env: updateEnv });
    await switchCheck(page, true);
    await expect.poll(async () => (await page.evaluate(() => window.verifikTray.getView())).update.newer).toBe("9.9.9");
    expect(feed.requests).toHaveLength(1);
    const news = page.getByText(en.updateAvailable("9.9.9"));
    await expect(news).toHaveCount(0);
    const otp = await requestCode(page, sandbox, ana);
    await expect(news).toHaveCount(0);
    await page.getByLabel(labels.verificationCode).fill(otp);
    await expect(page.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.9"));
  });
});

test("asks by itself in a downloaded package, after the window was created", async ({
  desktop,
  sandbox,
  updateEnv,
  feed,
}) => {
  // Without a debugging port, which a package refuses.
  const started = spawn(electronBinary(), launchArguments(), {
    env: { ...desktop.env, ...loopbackAddresses(sandbox.origin), ...updateEnv, ELECTRON_FORCE_IS_PACKAGED: "true" },
    stdio: "ignore",
  });
  try {
    await desktop.trayHost.nextItem();
    await expect.poll(() => feed.requests.map(({ path }) => path)).toEqual(["/releases/latest"]);
  } finally {
    started.kill();
    if (started.exitCode === null) await once(started, "exit");
  }
});

test("announces news without moving the focus or the buttons", async ({ launchLoggedIn, updateEnv, feed }) => {
  let answer = () => {};
  feed.answer = (response, request) => {
    answer = () => release("v9.9.9")(response, request);
  };
  const { page } = await launchLoggedIn({ env: updateEnv });
  await switchCheck(page, true);
  await expect.poll(() => feed.requests.length).toBe(1);
  const renew = page.getByRole("button", { name: en.renew, exact: true });
  await renew.focus();
  const before = await renew.boundingBox();
  answer();
  await expect(page.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.9"));
  await expect(page.getByRole("status")).toContainText(en.updateAvailable("9.9.9"));
  await expect(renew).toBeFocused();
  expect(await renew.boundingBox()).toEqual(before);
});

// tests/integration/updates/release-feed.test.ts has the end of the wait.
test("goes on without delay while the feed is silent", async ({ launchLoggedIn, updateEnv, feed }) => {
  feed.answer = () => {};
  const { app, page } = await launchLoggedIn({ env: updateEnv });
  await switchCheck(page, true);
  await page.close();
  await nextDay(app);
  const opened = await openByMenu(app);
  await expect.poll(() => feed.requests.length).toBeGreaterThan(0);
  await opened.getByRole("button", { name: en.renew, exact: true }).click();
  await expect(opened.getByRole("status").locator(".notice")).toBeVisible();
  await expect(opened.getByRole("alert")).toHaveCount(0);
});

test("refuses a feed that is plain http to another computer, in one line and with exit code 2", async ({ desktop }) => {
  const started = promisify(execFile)(electronBinary(), launchArguments(), {
    env: { ...desktop.env, VERIFIK_TRAY_UPDATE_FEED: "http://updates.example/" },
  });
  const stderr = expect.stringContaining("VERIFIK_TRAY_UPDATE_FEED is plain http to another computer");
  await expect(started).rejects.toMatchObject({ code: 2, stderr });
});
