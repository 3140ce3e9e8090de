import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { enterCode, labels, logIn, requestCode, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { type PrivateDesktop, startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { printCodes } from "../../sandbox/cli/printer.ts";
import { sandboxTexts } from "../../sandbox/cli/texts.ts";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { type Language, type Texts, textsFor } from "../../texts/index.ts";
import { shortDate } from "../../texts/short-date.ts";
import { pictureWindow } from "../pictures/window-picture.ts";
import { projectFolder } from "../project-folder.mjs";
import { assertLoopback } from "../runtime/loopback.mjs";
import type { DemoTexts } from "./demo-texts.ts";
import { Narrator } from "./narrator.ts";
import { ciphertextPrefix, firstLine, plainSpaces, shorten, storedRecord } from "./observations.ts";

const pictureFolder = "out/demo";
const daysLeft = { unit: "day", count: 29 } as const;
const doris = testAccounts.find(({ role }) => role === "second-factor") as (typeof testAccounts)[number];
const [ana] = testAccounts as [(typeof testAccounts)[number]];

/**
 * Plays a person on a private desktop. Prints each step, and what another process observed of it. Resolves with the exit code: 1 if
 * an observation was wrong.
 */
export async function playHeadless(language: Language, texts: DemoTexts): Promise<number> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const desktop = cleanups.adopt(await startPrivateDesktop(), ({ stop }) => stop());
    const narrator = new Narrator(texts);
    const play = new Play(desktop, language, texts, narrator, cleanups);
    await play.logInCopyAndLogOut();
    await play.expire();
    console.log(`\n${texts.pictures(pictureFolder)}`);
    await cleanups.run();
    return narrator.end();
  });
}

class Play {
  readonly #words: Texts;

  constructor(
    private readonly desktop: PrivateDesktop,
    private readonly language: Language,
    private readonly texts: DemoTexts,
    private readonly narrator: Narrator,
    private readonly cleanups: CleanupStack,
  ) {
    this.#words = textsFor(language);
    mkdirSync(join(projectFolder, pictureFolder), { recursive: true });
  }

  async logInCopyAndLogOut(): Promise<void> {
    const { texts, narrator } = this;
    const sandbox = await this.#startSandbox({});
    narrator.step(texts.starts);
    const app = await this.#launch(sandbox);
    narrator.observed(texts.trayHost, await firstLine(app), this.#words.notLoggedIn);
    const page = await app.window();
    await this.#picture(page, "1-phone-number");

    narrator.step(texts.typesNumber(ana.displayNumber));
    const otp = await requestCode(page, sandbox, ana);
    const request = sandbox.requests.at(-1);
    narrator.observed(texts.sandbox, `${request?.method} ${request?.path}`, "POST /v2/projects/phone-login");
    narrator.observed(texts.sandbox, request?.body, { countryCode: "+57", phone: 3001234567, type: "login" });
    await this.#picture(page, "2-code");

    narrator.step(texts.typesWrongCode);
    const otpWrong = failureText(this.#words.failures, { kind: "otp-wrong" });
    await enterCode(page, otp === "123456" ? "654321" : "123456");
    narrator.observed(texts.alert, await page.getByRole("alert").textContent(), otpWrong);
    await this.#picture(page, "3-wrong-code");

    narrator.step(texts.typesCode);
    await enterCode(page, otp);
    const valid = this.#words.tokenValid(daysLeft);
    await app.waitForStatus(valid);
    narrator.observed(texts.sandbox, sandbox.requests.at(-1)?.body, { countryCode: "+57", phone: 3001234567, otp });
    const { locale } = await page.evaluate(() => window.verifikTray.getView());
    narrator.observed(texts.trayHost, (await app.menuLabels()).map(plainSpaces), [
      valid,
      plainSpaces(this.#words.expiresOn(shortDate(storedRecord(app, sandbox)?.expiresAtMs ?? 0, locale))),
      this.#words.copyToken,
      this.#words.copyAs,
      this.#words.renewForOneMonth,
      this.#words.checkToken,
      this.#words.logInAgain,
      this.#words.logOut,
      this.#words.revokeTokens,
      this.#words.openWindow,
      this.#words.settings,
      this.#words.quit,
    ]);
    narrator.observed(texts.disk, ciphertextPrefix(app, sandbox), /^v11 …$/);
    await this.#picture(page, "4-logged-in");

    narrator.step(texts.copies);
    await this.#copy(app);
    const token = await this.desktop.clipboard.readClipboard();
    narrator.observed(texts.xclip, shorten(token), /^eyJ\w+…\S+ \(\d+\)$/);
    const me = await fetch(`${sandbox.origin}/v2/clients/me`, { headers: { authorization: `Bearer ${token}` } });
    narrator.observed(texts.verifik, me.status, 200);
    await this.#picture(page, "5-copied");
    await this.#renew(app, page, sandbox, token);

    narrator.step(texts.restarts);
    narrator.observed(texts.process, await app.quit(this.#words.quit), 0);
    narrator.observed(texts.xclip, await this.desktop.clipboard.readClipboard(), "");
    narrator.observed(texts.xclipPrimary, await this.desktop.clipboard.readPrimary(), "");
    const again = await this.#launch(sandbox);
    await again.waitForStatus(valid);
    narrator.observed(texts.trayHost, await firstLine(again), valid);

    narrator.step(texts.logsOut);
    await again.trayItem.clickMenu(this.#words.logOut);
    await again.waitForStatus(this.#words.notLoggedIn);
    narrator.observed(texts.trayHost, await firstLine(again), this.#words.notLoggedIn);
    narrator.observed(texts.disk, ciphertextPrefix(again, sandbox), "–");
    await this.#picture(await again.window(), "6-logged-out");
    await this.#logInWithSecondFactor(again, sandbox);
    await again.quit(this.#words.quit);
  }

  async #renew(app: TrayApp, page: Page, sandbox: Sandbox, token: string): Promise<void> {
    const { texts, narrator } = this;
    const { clipboard } = this.desktop;
    narrator.step(texts.renews);
    // Two tokens that are issued in the same second are equal.
    const issuedAtSeconds: number = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).iat;
    await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(issuedAtSeconds);
    const earlier = storedRecord(app, sandbox)?.obtainedAtMs;
    await app.trayItem.clickMenu(this.#words.renewForOneMonth);
    const { locale } = await page.evaluate(() => window.verifikTray.getView());
    await expect.poll(() => sandbox.requests.at(-1)?.path).toBe("/v2/auth/session");
    const { method, path, query } = sandbox.requests.at(-1) ?? {};
    narrator.observed(texts.sandbox, `${method} ${path}?${query}`, "GET /v2/auth/session?origin=refresh&expiresIn=1");
    await expect.poll(() => storedRecord(app, sandbox)?.obtainedAtMs).not.toBe(earlier);
    const renewed = this.#words.tokenRenewed(shortDate(storedRecord(app, sandbox)?.expiresAtMs ?? 0, locale));
    const said = await page.getByText(renewed).textContent();
    narrator.observed(texts.window, plainSpaces(said ?? ""), plainSpaces(renewed));

    narrator.step(texts.copiesLine);
    await app.trayItem.clickMenu(this.#words.envLine("VERIFIK_TOKEN"));
    await expect.poll(() => clipboard.readClipboard()).not.toBe(token);
    const line = await clipboard.readClipboard();
    narrator.observed(texts.xclip, `${line.slice(0, 20)}…`, /^VERIFIK_TOKEN=eyJ/);
    narrator.observed(texts.earlier, line === `VERIFIK_TOKEN=${token}`, false);
  }

  async #logInWithSecondFactor(app: TrayApp, sandbox: Sandbox): Promise<void> {
    const { texts, narrator } = this;
    narrator.step(texts.secondFactor(doris.displayNumber));
    const page = await app.window();
    const authenticatorOtp = new Promise<string>((resolve) =>
      sandbox.onAuthenticatorOtp((sent) => resolve(sent.authenticatorOtp)),
    );
    const otp = await requestCode(page, sandbox, doris);
    await enterCode(page, otp);
    const field = page.getByLabel(labels.authenticatorCode);
    await field.waitFor();
    await this.#picture(page, "7-authenticator");
    await field.fill(await authenticatorOtp);
    await app.waitForStatus(this.#words.tokenValid(daysLeft));
    const codes = { otp, authenticatorOTP: await authenticatorOtp };
    const expected = { countryCode: doris.countryCode, phone: Number(doris.phone), ...codes, type: "login" };
    narrator.observed(texts.sandbox, sandbox.requests.at(-1)?.body, expected);
  }

  async expire(): Promise<void> {
    const { texts, narrator } = this;
    narrator.step(texts.expires);
    const sandbox = await this.#startSandbox({ tokenLifetimeSeconds: 10 });
    const app = await this.#launch(sandbox);
    const page = await app.window();
    await logIn(page, sandbox, ana);
    await app.waitForStatus(this.#words.tokenExpiresSoon({ unit: "minute", count: 0 }));
    narrator.observed(texts.trayHost, await firstLine(app), this.#words.tokenExpiresSoon({ unit: "minute", count: 0 }));
    await this.#picture(page, "8-expires-soon");

    narrator.step(texts.reminded);
    const notification = await this.desktop.notifications.next(undefined, 20_000);
    await app.waitForStatus(this.#words.tokenExpired);
    narrator.observed(texts.notificationServer, notification.summary, this.#words.reminderExpired);
    narrator.observed(texts.trayHost, await firstLine(app), this.#words.tokenExpired);
    // The live region has the same text, so there may be two.
    await page.getByText(this.#words.tokenExpired).first().waitFor();
    await this.#picture(page, "9-expired");
    await page.close();

    narrator.step(texts.clicks);
    this.desktop.notifications.click(notification.id);
    const opened = await app.window();
    await opened.getByRole("button", { name: labels.sendCode }).waitFor();
    const focused = await opened.evaluate(() => document.activeElement?.textContent);
    narrator.observed(texts.keyboard, focused, this.#words.sendCode);

    narrator.step(texts.quits);
    narrator.observed(texts.process, await app.quit(this.#words.quit), 0);
  }

  async #startSandbox(options: { readonly tokenLifetimeSeconds?: number }): Promise<Sandbox> {
    const sandbox = this.cleanups.adopt(await startSandbox({ coolDownSeconds: 0, ...options }), ({ close }) => close());
    assertLoopback(sandbox.origin);
    printCodes(sandbox, sandboxTexts[this.language], (line) => console.log(`   · ${line}`));
    return sandbox;
  }

  async #launch(sandbox: Sandbox): Promise<TrayApp> {
    return this.cleanups.adopt(await TrayApp.launch(this.desktop, sandbox.origin), (app) => app.end());
  }

  async #copy(app: TrayApp): Promise<void> {
    const before = await app.trayItem.tooltip();
    await app.trayItem.clickMenu(this.#words.copyToken);
    await app.trayItem.waitForTooltip((tooltip) => tooltip !== before);
  }

  async #picture(page: Page, name: string): Promise<void> {
    const folder = join(projectFolder, pictureFolder);
    await pictureWindow(page, (theme) => join(folder, `${name}-${this.language}-${theme}.png`));
  }
}
