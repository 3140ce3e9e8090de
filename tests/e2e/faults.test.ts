import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { goOffline, goOnline } from "../../desktop-lab/app/offline.ts";
import { labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import type { Failure } from "../../domain/failure.ts";
import { endpoints } from "../../sandbox/endpoints.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import { redirectTo } from "../../sandbox/faults/transport-faults.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, expectNothingUncaught, inEachLanguage, sam, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";
import { expectTold, send, sendCode } from "./told-failures.ts";

const texts = textsFor("en");
const brokenOff: Failure = { kind: "unreachable", reason: "other" };
const offline: Failure = { kind: "unreachable", reason: "offline" };

/** An address where nobody listens. */
async function closedOrigin(): Promise<string> {
  const { origin, close } = await startSandbox();
  await close();
  return origin;
}

async function startUntrustedServer() {
  const file = (name: string) => readFileSync(join(import.meta.dirname, "certificate", name));
  let requests = 0;
  const server = createServer(
    { cert: file("test-only-self-signed.cert.pem"), key: file("test-only.key.pem") },
    (_request, response) => {
      requests += 1;
      response.end("{}");
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestCount: () => requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

windowTest("sends a request once, although a kept-alive connection breaks", async ({ page, sandbox }) => {
  await requestCode(page, sandbox, ana);
  await page.getByRole("button", { name: labels.changeNumber }).click();
  const number = page.getByLabel(labels.phoneNumber);
  await number.fill(sam.displayNumber);
  sandbox.faults.every("request-otp", faultTable.reset.fault);
  await send(page, sandbox, labels.sendCode);
  await expectTold(page, texts, brokenOff, number);
  expect(sandbox.requests).toHaveLength(2);

  sandbox.faults.clear();
  sandbox.faults.next("confirm-otp", faultTable["reply-lost"].fault);
  const otp = await requestCode(page, sandbox, sam);
  const field = page.getByLabel(labels.verificationCode);
  await sendCode(sandbox, field, otp);
  // Had Chromium sent it again, this would be told as a code that has been used.
  await expectTold(page, texts, brokenOff, field);
  expect(sandbox.requests).toHaveLength(4);
});

windowTest("a server's own words are plain text, and take two lines at most", async ({ page, sandbox }) => {
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  const wideWords = answerWith(400, {
    message: `<img src=x onerror="document.title='taken'"> ${"WIDE WORDS ".repeat(99)}`,
  });
  for (const fault of [faultTable["unknown-words"].fault, wideWords]) {
    sandbox.faults.next("request-otp", fault);
    await send(page, sandbox, labels.sendCode);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText('<img src=x onerror="document.title');
    await expect(alert.locator("img, b")).toHaveCount(0);
    const lines = await alert.locator(".server-words").evaluate((words) => {
      return words.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(words).lineHeight);
    });
    expect(lines).toBeGreaterThan(1.9);
    expect(lines).toBeLessThan(2.1);
  }
  expect(await page.title()).toBe(texts.productName);
});

windowTest("rejects a redirect to another host and sends nothing there", async ({ page, sandbox }) => {
  const elsewhere = await startSandbox();
  const field = page.getByLabel(labels.phoneNumber);
  await field.fill(ana.displayNumber);
  for (const status of [301, 302, 307]) {
    sandbox.faults.next("request-otp", redirectTo(`${elsewhere.origin}/v2/projects/phone-login`, status));
    await send(page, sandbox, labels.sendCode);
    await expectTold(page, texts, { kind: "redirect-refused" }, field);
  }
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
});

inEachLanguage((texts) => {
  // In four apps, each with an address of its own. `npm test` has the one that login.test.ts shows, and TLS in the trust suite.
  test("names the reason when Verifik is unreachable, and sends nothing", { tag: "@all" }, async ({ launch }) => {
    const untrusted = await startUntrustedServer();
    const nowhere = await closedOrigin();
    const notResolved = "--host-resolver-rules=MAP verifik.invalid ~NOTFOUND";
    const closedProxy = `--proxy-server=${new URL(nowhere).host}`;
    for (const [reason, apiOrigin, args] of [
      ["refused", nowhere, []],
      ["name-not-found", "https://verifik.invalid", [notResolved]],
      ["tls", untrusted.origin, []],
      ["proxy", "https://verifik.invalid", [closedProxy]],
    ] as const) {
      await test.step(reason, async () => {
        const app = await launch({ apiOrigin, args });
        const page = await app.window();
        const field = page.getByLabel(labels.phoneNumber);
        await field.fill(ana.displayNumber);
        await page.getByRole("button", { name: labels.sendCode }).click();
        await expectTold(page, texts, { kind: "unreachable", reason }, field);
        await expect(field).toHaveValue("300 1234567");
        expectNothingUncaught(app);
        await app.end();
      });
    }
    expect(untrusted.requestCount()).toBe(0);
    await untrusted.close();
  });

  test("says that the computer is offline, keeps the input, and sends it once online; a choice in the menu can be tried again too", async ({
    launch,
    sandbox,
  }) => {
    const app = await launch();
    const page = await app.window();
    const number = page.getByLabel(labels.phoneNumber);
    await number.fill(ana.displayNumber);
    await goOffline(app);
    await page.getByRole("button", { name: labels.sendCode }).click();
    await expectTold(page, texts, offline, number);
    await expect(number).toHaveValue("300 1234567");
    await goOnline(app);
    const otp = await requestCode(page, sandbox, ana);

    const code = page.getByLabel(labels.verificationCode);
    await goOffline(app);
    await code.fill(otp);
    await expectTold(page, texts, offline, code);
    await expect(code).toHaveValue(otp);
    await goOnline(app);
    await page.getByRole("button", { name: labels.verify }).click();
    await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
    expect(sandbox.requests).toHaveLength(2);

    await goOffline(app);
    await page.getByRole("button", { name: texts.checkToken }).click();
    await expect(page.getByRole("alert")).toHaveText(texts.offlineWithToken);
    await goOnline(app);
    await page.getByRole("button", { name: texts.tryAgain }).click();
    await expect(page.getByText(texts.accepted({ unit: "minute", count: 0 }))).toBeVisible();

    await goOffline(app);
    await app.trayItem.clickMenu(texts.renewForOneMonth);
    await expect(page.getByRole("alert")).toHaveText(texts.offlineWithToken);
    const tryAgain = page.getByRole("button", { name: texts.tryAgain });
    const ofMenu = await tryAgain.elementHandle();
    await tryAgain.click();
    // The window's own failure replaces the menu's.
    await ofMenu?.waitForElementState("hidden");
    await goOnline(app);
    await tryAgain.click();
    await expect(page.getByRole("button", { name: texts.turnOnRenewal })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    expect(sandbox.requests.filter(({ path }) => path === endpoints["renew-token"])).toHaveLength(1);
    expectNothingUncaught(app);
  });
});
