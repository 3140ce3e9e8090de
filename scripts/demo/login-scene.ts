import { expect, type Page } from "@playwright/test";
import { enterCode, labels, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { shortDate } from "../../texts/short-date.ts";
import { playCommand } from "./command-scene.ts";
import { ana, type DemoStage } from "./demo-stage.ts";
import { ciphertextPrefix, firstLine, plainSpaces, shorten, storedRecord } from "./observations.ts";

const daysLeft = { unit: "day", count: 29 } as const;
const doris = testAccounts.find(({ role }) => role === "second-factor") as (typeof testAccounts)[number];

/** The person logs in, copies and renews the token, restarts the app, logs out and logs in with a second factor. */
export async function playLogin(stage: DemoStage): Promise<void> {
  const { texts, narrator, words } = stage;
  const sandbox = await stage.startSandbox({});
  narrator.step(texts.starts);
  const app = await stage.launch(sandbox);
  narrator.observed(texts.trayHost, await firstLine(app), words.notLoggedIn);
  const page = await app.window();
  await stage.picture(page, "1-phone-number");

  narrator.step(texts.typesNumber(ana.displayNumber));
  const otp = await requestCode(page, sandbox, ana);
  const request = sandbox.requests.at(-1);
  narrator.observed(texts.sandbox, `${request?.method} ${request?.path}`, "POST /v2/projects/phone-login");
  narrator.observed(texts.sandbox, request?.body, { countryCode: "+57", phone: 3001234567, type: "login" });
  await stage.picture(page, "2-code");

  narrator.step(texts.typesWrongCode);
  const otpWrong = failureText(words.failures, { kind: "otp-wrong" });
  await enterCode(page, otp === "123456" ? "654321" : "123456");
  narrator.observed(texts.alert, await page.getByRole("alert").textContent(), otpWrong);
  await stage.picture(page, "3-wrong-code");

  narrator.step(texts.typesCode);
  await enterCode(page, otp);
  const valid = words.tokenValid(daysLeft);
  await app.waitForStatus(valid);
  narrator.observed(texts.sandbox, sandbox.requests.at(-1)?.body, { countryCode: "+57", phone: 3001234567, otp });
  const { locale } = await page.evaluate(() => window.verifikTray.getView());
  narrator.observed(texts.trayHost, (await app.menuLabels()).map(plainSpaces), [
    valid,
    plainSpaces(words.expiresOn(shortDate(storedRecord(app, sandbox)?.expiresAtMs ?? 0, locale))),
    words.copyToken,
    words.copyAs,
    words.renewForOneMonth,
    words.automaticRenewal,
    words.checkToken,
    words.thisAccount,
    words.openWindow,
    words.settings,
    words.quit,
  ]);
  narrator.observed(texts.disk, ciphertextPrefix(app, sandbox), /^v11 …$/);
  await stage.picture(page, "4-logged-in");

  narrator.step(texts.copies);
  await copyToken(stage, app);
  const token = await stage.desktop.clipboard.readClipboard();
  narrator.observed(texts.xclip, shorten(token), /^eyJ\w+…\S+ \(\d+\)$/);
  const me = await fetch(`${sandbox.origin}/v2/clients/me`, { headers: { authorization: `Bearer ${token}` } });
  narrator.observed(texts.verifik, me.status, 200);
  await stage.picture(page, "5-copied");
  await renew(stage, app, page, sandbox, token);
  await playCommand(stage, app, page, sandbox);

  narrator.step(texts.restarts);
  narrator.observed(texts.process, await app.quit(words.quit), 0);
  narrator.observed(texts.xclip, await stage.desktop.clipboard.readClipboard(), "");
  narrator.observed(texts.xclipPrimary, await stage.desktop.clipboard.readPrimary(), "");
  const again = await stage.launch(sandbox);
  await again.waitForStatus(valid);
  narrator.observed(texts.trayHost, await firstLine(again), valid);

  narrator.step(texts.logsOut);
  await again.trayItem.clickMenu(words.logOut);
  await again.waitForStatus(words.notLoggedIn);
  narrator.observed(texts.trayHost, await firstLine(again), words.notLoggedIn);
  narrator.observed(texts.disk, ciphertextPrefix(again, sandbox), "–");
  await stage.picture(await again.window(), "6-logged-out");
  await logInWithSecondFactor(stage, again, sandbox);
  await again.quit(words.quit);
}

async function renew(stage: DemoStage, app: TrayApp, page: Page, sandbox: Sandbox, token: string): Promise<void> {
  const { texts, narrator, words } = stage;
  const { clipboard } = stage.desktop;
  narrator.step(texts.renews);
  // Two tokens that are issued in the same second are equal.
  const issuedAtSeconds: number = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).iat;
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(issuedAtSeconds);
  const earlier = storedRecord(app, sandbox)?.obtainedAtMs;
  await app.trayItem.clickMenu(words.renewForOneMonth);
  const { locale } = await page.evaluate(() => window.verifikTray.getView());
  await expect.poll(() => sandbox.requests.at(-1)?.path).toBe("/v2/auth/session");
  const { method, path, query } = sandbox.requests.at(-1) ?? {};
  narrator.observed(texts.sandbox, `${method} ${path}?${query}`, "GET /v2/auth/session?origin=refresh&expiresIn=1");
  await expect.poll(() => storedRecord(app, sandbox)?.obtainedAtMs).not.toBe(earlier);
  const renewed = words.tokenRenewed(shortDate(storedRecord(app, sandbox)?.expiresAtMs ?? 0, locale));
  const said = await page.getByText(renewed).textContent();
  narrator.observed(texts.window, plainSpaces(said ?? ""), plainSpaces(renewed));

  narrator.step(texts.copiesLine);
  await app.trayItem.clickMenu(words.envLine("VERIFIK_TOKEN"));
  await expect.poll(() => clipboard.readClipboard()).not.toBe(token);
  const line = await clipboard.readClipboard();
  narrator.observed(texts.xclip, `${line.slice(0, 20)}…`, /^VERIFIK_TOKEN=eyJ/);
  narrator.observed(texts.earlier, line === `VERIFIK_TOKEN=${token}`, false);
}

async function logInWithSecondFactor(stage: DemoStage, app: TrayApp, sandbox: Sandbox): Promise<void> {
  const { texts, narrator, words } = stage;
  narrator.step(texts.secondFactor(doris.displayNumber));
  const page = await app.window();
  const authenticatorOtp = new Promise<string>((resolve) =>
    sandbox.onAuthenticatorOtp((sent) => resolve(sent.authenticatorOtp)),
  );
  const otp = await requestCode(page, sandbox, doris);
  await enterCode(page, otp);
  const field = page.getByLabel(labels.authenticatorCode);
  await field.waitFor();
  await stage.picture(page, "7-authenticator");
  await field.fill(await authenticatorOtp);
  await app.waitForStatus(words.tokenValid(daysLeft));
  const codes = { otp, authenticatorOTP: await authenticatorOtp };
  const expected = { countryCode: doris.countryCode, phone: Number(doris.phone), ...codes, type: "login" };
  narrator.observed(texts.sandbox, sandbox.requests.at(-1)?.body, expected);
}

async function copyToken({ words }: DemoStage, app: TrayApp): Promise<void> {
  const before = await app.trayItem.tooltip();
  await app.trayItem.clickMenu(words.copyToken);
  await app.trayItem.waitForTooltip((tooltip) => tooltip !== before);
}
