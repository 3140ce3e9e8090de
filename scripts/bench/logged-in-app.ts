import { labels, launchArguments, logIn, loopbackAddresses, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { textsFor } from "../../texts/index.ts";
import type { Subject } from "./subject.ts";

const texts = textsFor("en");
const [account] = testAccounts as [(typeof testAccounts)[number]];

/** Logs this application in against the sandbox and returns it, for all rounds. Its window is then the login form. */
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
    const button = await page.getByRole("button", { name: labels.sendCode }).boundingBox();
    if (!button) throw new Error("The login form has no visible button.");
    const [left, top] = await page.evaluate(async () => {
      const nextFrame = () => new Promise(requestAnimationFrame);
      await nextFrame();
      await nextFrame();
      return [window.screenX, window.screenY] as const;
    });
    const [x, y] = [Math.round(left + button.x + 6), Math.round(top + button.y + button.height / 2)];
    const rgb = desktop.pixel(x, y);
    if (rgb === desktop.pixel(left + 1, y)) throw new Error("The button has the color of the empty window.");
    return {
      desktop,
      args: launchArguments(),
      env: { ...desktop.env, ...language, ...loopbackAddresses(sandbox.origin) },
      firstLine,
      copyLabel: texts.copyToken,
      copied: "eyJ",
      openLabel: texts.logInAgain,
      painted: { x, y, rgb },
    };
  } finally {
    await app.end();
  }
}
