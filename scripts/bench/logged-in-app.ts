import type { Page } from "@playwright/test";
import { labels, launchArguments, logIn, loopbackAddresses, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import type { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { textsFor } from "../../texts/index.ts";
import { assertLoopback } from "../runtime/loopback.mjs";
import type { ActingSubject } from "./subject.ts";
import { XConnection } from "./x11/x-connection.ts";
import { readPixels, type Sight } from "./x11/x-screen.ts";

const texts = textsFor("en");
const [account] = testAccounts as [(typeof testAccounts)[number]];

export interface LoggedInApp extends ActingSubject {
  /** The first line of the menu, once it tells that there is a token. */
  readonly status: string;
}

/** Logs this app in, once for all rounds; the number is not kept, so that a new login asks for it. */
export async function loggedInApp(desktop: PrivateDesktop, cleanups: CleanupStack): Promise<LoggedInApp> {
  const sandbox = cleanups.adopt(await startSandbox({ coolDownSeconds: 0 }), ({ close }) => close());
  assertLoopback(sandbox.origin);
  const language = { LC_ALL: "en_US.UTF-8" };
  const app = await TrayApp.launch(desktop, sandbox.origin, { env: language });
  try {
    const status = texts.tokenValid({ unit: "day", count: 29 });
    const page = await app.window();
    await page.getByLabel(labels.rememberNumber).uncheck();
    await logIn(page, sandbox, account);
    await app.waitForStatus(status);
    await app.trayItem.clickMenu(texts.logInAgain);
    return {
      desktop,
      args: launchArguments(),
      env: { ...desktop.env, ...language, ...loopbackAddresses(sandbox.origin) },
      status,
      copyLabel: texts.copyToken,
      copies: (text) => text.startsWith("eyJ"),
      openLabel: texts.logInAgain,
      opened: await focusRing(page, desktop),
    };
  } finally {
    await app.end();
  }
}

/** What the upper edge of the phone field looks like when it has the focus, and only then. */
async function focusRing(page: Page, desktop: PrivateDesktop): Promise<Sight> {
  const field = page.getByLabel(labels.phoneNumber);
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("input[type=tel]") && document.hasFocus());
  const box = await field.boundingBox();
  if (!box) throw new Error("The phone field is nowhere.");
  const [left, top] = await page.evaluate(() => [window.screenX, window.screenY]);
  const x = Math.round((left ?? 0) + box.x + box.width / 2);
  const clip = { x, y: Math.round((top ?? 0) + box.y) - 4, width: 1, height: 8 };
  const connection = await XConnection.open(desktop.env);
  try {
    await settle(page);
    const pixels = await readPixels(connection, clip);
    await field.evaluate((element) => element.blur());
    await settle(page);
    if (pixels.equals(await readPixels(connection, clip))) throw new Error("The focus in the phone field is not seen.");
    return { clip, pixels };
  } finally {
    connection.close();
  }
}

/** Two frames: what is there now has been painted. */
function settle(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
