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

  test("sends no update request until the check is on; then shows the release and opens its page", async ({
    launchLoggedIn,
    updateEnv,
    feed,
    personsBrowser,
  }) => {
    const { app, page } = await launchLoggedIn({ env: updateEnv });
    await openByMenu(app);
    // Answered by a server behind the moment at which the feed would have been asked.
    await page.getByRole("button", { name: en.renew, exact: true }).click();
    await expect(page.getByRole("status").locator(".banner")).toBeVisible();
    expect(feed.requests).toEqual([]);

    await page.getByRole("button", { name: en.settingsHeading }).click();
    const box = page.getByRole("switch", { name: en.updateCheck });
    await expect(box).not.toBeChecked();
    await expect(box).toHaveAccessibleDescription(en.updateCheckHint("0.1.0", new URL(feed.address).host));
    await box.check();
    await expect(page.getByRole("status")).toContainText(en.updateAvailable("9.9.9"));
    const get = page.getByRole("button", { name: en.getUpdate });
    await expect(get).toHaveAccessibleDescription(en.updateAvailable("9.9.9"));
    await page.getByRole("button", { name: en.back }).click();
    await expect(page.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.9"));
    expect(feed.requests).toHaveLength(1);
    await get.click();
    await expect.poll(() => personsBrowser.opened()).toEqual([page999]);
    expect(page.url()).toBe("app://verifik-tray/");

    await test.step("the feed learns nothing of the person, the system or this version", async () => {
      const [request] = feed.requests;
      const { host: _host, ...headers } = request?.headers ?? {};
      expect([request?.method, request?.path]).toEqual(["GET", "/releases/latest"]);
      expect(headers).toMatchObject({ "user-agent": "Verifik-Tray", "accept-language": "en" });
      // Headers that every Chromium sends.
      const usual =
        /^(user-agent|accept|accept-(language|encoding)|connection|cache-control|pragma|priority|sec-fetch-\w+)$/;
      expect(Object.keys(headers).filter((name) => !usual.test(name))).toEqual([]);
      expect(JSON.stringify(headers)).not.toMatch(/\d\.\d|linux|x11|electron|chrome|_US|-US/i);
    });
  });

  test("asks the feed once a day; the next start shows the release without a request; once hidden it is in Settings only, until a newer one exists", async ({
    launch,
    launchLoggedIn,
    updateEnv,
    feed,
  }) => {
    const { app, page } = await launchLoggedIn({ env: updateEnv });
    await switchCheck(page, true);
    const get = page.getByRole("button", { name: en.getUpdate });
    await get.waitFor();
    await openByMenu(app);
    await app.quit();

    const again = await launch({ env: updateEnv });
    await (await openByMenu(again)).getByRole("button", { name: en.getUpdate }).waitFor();
    expect(feed.requests).toHaveLength(1);
    await nextDay(again);
    const hiding = await openByMenu(again);
    await expect.poll(() => feed.requests.length).toBe(2);

    await hiding.getByRole("button", { name: en.hideUpdate }).click();
    await expect(hiding.getByText(en.updateAvailable("9.9.9"))).toBeHidden();
    await expect(hiding.getByRole("status")).toContainText(en.updateHidden);
    // The button that had it is gone.
    await expect(hiding.getByRole("heading", { level: 1 })).toBeFocused();
    await again.quit();

    const third = await launch({ env: updateEnv });
    const later = await openByMenu(third);
    await later.getByRole("button", { name: labels.copyToken }).waitFor();
    await expect(later.getByText(en.updateAvailable("9.9.9"))).toBeHidden();
    await later.getByRole("button", { name: en.settingsHeading }).click();
    await expect(later.getByText(en.updateAvailable("9.9.9"))).toBeVisible();
    await expect(later.getByRole("button", { name: en.hideUpdate })).toBeHidden();
    await later.getByRole("button", { name: en.back }).click();
    feed.answer = release("v9.9.10");
    await nextDay(third);
    await openByMenu(third);
    await expect(later.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.10"));
  });

  test("a login shows no update line; nothing is asked and shown once the check is off", async ({
    launch,
    sandbox,
    updateEnv,
    feed,
  }) => {
    const app = await launch({ env: updateEnv });
    const page = await app.window();
    await switchCheck(page, true);
    await expect.poll(async () => (await page.evaluate(() => window.verifikTray.getView())).update.newer).toBe("9.9.9");
    expect(feed.requests).toHaveLength(1);
    const news = page.getByText(en.updateAvailable("9.9.9"));
    await expect(news).toHaveCount(0);
    const otp = await requestCode(page, sandbox, ana);
    await expect(news).toHaveCount(0);
    await page.getByLabel(labels.verificationCode).fill(otp);
    await expect(page.getByRole("contentinfo")).toContainText(en.updateAvailable("9.9.9"));

    await switchCheck(page, false);
    await expect(page.getByRole("button", { name: en.getUpdate })).toBeHidden();
    await nextDay(app);
    await openByMenu(app);
    // A server answers behind the moment at which the feed would have been asked.
    await page.getByRole("button", { name: en.renew, exact: true }).click();
    await expect(page.getByRole("status").locator(".banner")).toBeVisible();
    expect(feed.requests).toHaveLength(1);
    await switchCheck(page, true);
    await expect.poll(() => feed.requests.length).toBe(2);
  });
});

test("a downloaded package checks for updates once its window is shown", async ({
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

test("announces a release that arrives later without moving focus or buttons; a silent feed delays nothing and times out after 15 seconds", async ({
  launchLoggedIn,
  updateEnv,
  feed,
}) => {
  let answer = () => {};
  feed.answer = (response, request) => {
    answer = () => release("v9.9.9")(response, request);
  };
  const { app, page } = await launchLoggedIn({ env: updateEnv });
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

  feed.answer = () => {};
  await page.close();
  await nextDay(app);
  const opened = await openByMenu(app);
  await expect.poll(() => feed.requests.length).toBe(2);
  await opened.getByRole("button", { name: en.renew, exact: true }).click();
  await expect(opened.getByRole("status").locator(".banner")).toBeVisible();
  await expect.poll(() => app.output, { timeout: 20_000 }).toContain("warn: update-not-looked-for failure=timed-out");
  await expect(opened.getByRole("alert")).toHaveCount(0);
});

test("a feed address of another kind ends the start with one line that says why", async ({ desktop }) => {
  const started = promisify(execFile)(electronBinary(), launchArguments(), {
    env: { ...desktop.env, VERIFIK_TRAY_UPDATE_FEED: "http://updates.example/" },
  });
  const stderr = expect.stringContaining("VERIFIK_TRAY_UPDATE_FEED is plain http to another computer");
  await expect(started).rejects.toMatchObject({ code: 2, stderr });
});
