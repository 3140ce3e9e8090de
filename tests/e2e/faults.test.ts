import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { labels, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import type { Failure } from "../../domain/failure.ts";
import type { Endpoint } from "../../sandbox/endpoints.ts";
import { answerWith, type Fault } from "../../sandbox/faults/fault-book.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import { redirectTo } from "../../sandbox/faults/transport-faults.ts";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, expectNothingUncaught, inEachLanguage, sam, test } from "../fixtures/app-test.ts";
import { expectTold, send, sendCode } from "./told-failures.ts";

const texts = textsFor("en");
const brokenOff: Failure = { kind: "unreachable", reason: "other" };
const offline: Failure = { kind: "unreachable", reason: "offline" };

/** Answers the app's requests with Chromium's error -106; `enableNetworkEmulation` does not reach these requests. */
async function goOffline({ electron }: TrayApp): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      const { protocol } = session.fromPartition(name);
      protocol.interceptBufferProtocol("http", (_request, answer) => answer({ error: -106 }));
    }
  });
}

async function goOnline({ electron }: TrayApp): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      session.fromPartition(name).protocol.uninterceptProtocol("http");
    }
  });
}

/** Collects garbage five times a second from now on. */
async function collectGarbage({ electron }: TrayApp): Promise<void> {
  await electron.evaluate(() => {
    const { gc } = globalThis as unknown as { gc: () => void };
    setInterval(gc, 200);
  });
}

/** Answers the next call with this fault. Resolves when the connection is closed. */
function answerNext(sandbox: Sandbox, endpoint: Endpoint, { answer, ...fault }: Fault): Promise<void> {
  return new Promise((resolve) => {
    sandbox.faults.next(endpoint, {
      ...fault,
      answer(response, ...rest) {
        response.once("close", resolve);
        answer(response, ...rest);
      },
    });
  });
}

/** An address where no server listens. */
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

test("gives up a silent server and one that sends a byte a second after 15 seconds, also while garbage is collected", async ({
  launchWithWindow,
  sandbox,
  desktop,
}) => {
  const args = ["--js-flags=--expose-gc"];
  const silent = await launchWithWindow({ args });
  // A second profile, so that both can wait at the same time.
  const slow = await launchWithWindow({ args, env: { XDG_CONFIG_HOME: join(desktop.folder, "second-profile") } });
  for (const { app } of [silent, slow]) await collectGarbage(app);
  const otp = await requestCode(slow.page, sandbox, ana);

  const code = slow.page.getByLabel(labels.verificationCode);
  const slowClosed = answerNext(sandbox, "confirm-otp", faultTable.drip.fault);
  await sendCode(sandbox, code, otp);
  const number = silent.page.getByLabel(labels.phoneNumber);
  await number.fill(sam.displayNumber);
  const silentClosed = answerNext(sandbox, "request-otp", faultTable.silence.fault);
  await send(silent.page, sandbox, labels.sendCode);
  await expect(silent.page.getByRole("button", { name: labels.sendCode })).toHaveAttribute("aria-busy", "true");

  for (const { page } of [slow, silent]) await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await expectTold(slow.page, texts, { kind: "timed-out" }, code);
  await expectTold(silent.page, texts, { kind: "timed-out" }, number);
  await expect(code).toHaveValue(otp);
  await withDeadline(Promise.all([slowClosed, silentClosed]), 3_000, () => "a connection is still open");
  await send(slow.page, sandbox, labels.verify);
  await expect(slow.page.getByRole("button", { name: labels.copyToken })).toBeVisible();
  await requestCode(silent.page, sandbox, sam);
  expect(sandbox.requests).toHaveLength(5);
  for (const { app } of [silent, slow]) expectNothingUncaught(app);
});

test("closes the connection of an answer over 256 KiB at once, and makes the next call on a new one", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { page } = await launchWithWindow();
  const closed = answerNext(sandbox, "request-otp", {
    says: "200 with 300 KiB of an answer that does not end",
    answer: (response) => response.writeHead(200).write("x".repeat(300 * 1024)),
  });
  const number = page.getByLabel(labels.phoneNumber);
  await number.fill(ana.displayNumber);
  await send(page, sandbox, labels.sendCode);
  await expectTold(page, texts, { kind: "response-too-large" }, number);
  await withDeadline(closed, 3_000, () => "the connection is still open");

  await page.getByRole("button", { name: labels.sendCode }).click();
  await page.getByLabel(labels.verificationCode).waitFor();
});

test("sends a request once, also when a connection that served an earlier call breaks", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { page } = await launchWithWindow();
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
  // A second request of Chromium's own would show as a code that has already been used.
  await expectTold(page, texts, brokenOff, field);
  expect(sandbox.requests).toHaveLength(4);
});

test("shows the server's own words as plain text on two lines at most", async ({ launchWithWindow, sandbox }) => {
  const { page } = await launchWithWindow();
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

test("refuses a redirect to another host and port, and sends nothing there", async ({ launchWithWindow, sandbox }) => {
  const elsewhere = await startSandbox();
  const { page } = await launchWithWindow();
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
  test("names the reason why Verifik cannot be reached, and sends nothing", async ({ launchWithWindow }) => {
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
        const { app, page } = await launchWithWindow({ apiOrigin, args });
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

  test("says when the computer is offline, keeps the typed input, and sends it once online", async ({
    launchWithWindow,
    sandbox,
  }) => {
    const { app, page } = await launchWithWindow();
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
    expectNothingUncaught(app);
  });
});
