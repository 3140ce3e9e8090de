import { labels, launchArguments, logIn, loopbackAddresses, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { textsFor } from "../../texts/index.ts";
import type { Subject } from "./subject.ts";

const texts = textsFor("en");
const [account] = testAccounts as [(typeof testAccounts)[number]];

/** Logs this application in against the sandbox and returns it, for all rounds. Its window shows the login form. */
export async function loggedInApp(desktop: PrivateDesktop, sandbox: Parameters<typeof logIn>[1]): Promise<Subject> {
  const language = { LC_ALL: "en_US.UTF-8" };
  const app = await TrayApp.launch(desktop, sandbox.origin, { env: language });
  try {
    const firstLine = texts.tokenValid({ unit: "day", count: 29 });
    const page = await app.window();
    await page.getByLabel(labels.rememberNumber).uncheck();
    await logIn(page, sandbox, account);
    await app.waitForStatus(firstLine);
    await app.trayItem.clickMenu(texts.logInAgain);
    const field = page.getByLabel(labels.phoneNumber);
    await page.waitForFunction(() => document.hasFocus() && document.activeElement?.matches("input[type=tel]"));
    // After two frames the focus ring is painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const box = await field.boundingBox();
    if (!box) throw new Error("The login form has no visible phone field.");
    const [left, top] = await page.evaluate(() => [window.screenX, window.screenY] as const);
    const [x, y] = [Math.round(left + box.x) - 1, Math.round(top + box.y + box.height / 2)];
    const rgb = desktop.pixel(x, y);
    if (rgb === desktop.pixel(left + 1, y)) throw new Error("The phone field has no visible focus ring.");
    return {
      desktop,
      args: launchArguments(),
      env: { ...desktop.env, ...language, ...loopbackAddresses(sandbox.origin) },
      firstLine,
      copyLabel: texts.copyToken,
      copied: "eyJ",
      openLabel: texts.logInAgain,
      // The focus ring at the field's left edge: the page is painted and takes the keys.
      painted: { x, y, rgb },
    };
  } finally {
    await app.end();
  }
}
