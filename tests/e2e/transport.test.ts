import { type LaunchOptions, labels, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import type { Endpoint } from "../../sandbox/endpoints.ts";
import type { Fault } from "../../sandbox/faults/fault-book.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, expectNothingUncaught, test } from "../fixtures/app-test.ts";
import { expectTold, send, sendCode } from "./told-failures.ts";

const texts = textsFor("en");

// Only Electron's own network stack and garbage collector can show these; the transport's other tests run on Node's fetch.

/** Answers the next request to this endpoint like `fault`. Resolves when the app closes the connection. */
function closedByTheApp(sandbox: Sandbox, endpoint: Endpoint, fault: Fault): Promise<void> {
  return new Promise<void>((closed) => {
    sandbox.faults.next(endpoint, {
      ...fault,
      answer(response, nowMs, body) {
        response.once("close", closed);
        fault.answer(response, nowMs, body);
      },
    });
  });
}

async function launchCollectingGarbage(launch: (options: LaunchOptions) => Promise<TrayApp>): Promise<TrayApp> {
  const app = await launch({ args: ["--js-flags=--expose-gc"] });
  await app.electron.evaluate(() => {
    const { gc } = globalThis as unknown as { gc: () => void };
    setInterval(gc, 200);
  });
  return app;
}

test("a call without a response fails after 15 seconds, one over 256 KiB at once; the connection is closed, and another try works", async ({
  launch,
  sandbox,
}) => {
  const app = await launchCollectingGarbage(launch);
  const page = await app.window();
  const field = page.getByLabel(labels.phoneNumber);
  await field.fill(ana.displayNumber);
  const tooLarge = closedByTheApp(sandbox, "request-otp", {
    says: "300 KiB of a body that never ends",
    answer: (response) => response.writeHead(200).write("x".repeat(300 * 1024)),
  });
  await send(page, sandbox, labels.sendCode);
  await expect(page.getByRole("alert")).toContainText("too large");
  await withDeadline(tooLarge, 3_000, () => "the connection is still open");

  const closed = closedByTheApp(sandbox, "request-otp", faultTable.silence.fault);
  await send(page, sandbox, labels.sendCode);
  await expect(page.getByRole("button", { name: texts.sendingCode })).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await expectTold(page, texts, { kind: "timed-out" }, field);
  await withDeadline(closed, 3_000, () => "the connection is still open");
  await expect(field).toHaveValue("300 1234567");
  const otp = await requestCode(page, sandbox, ana);
  expect(sandbox.requests).toHaveLength(3);

  await test.step("one byte a second is as good as silence", async () => {
    const code = page.getByLabel(labels.verificationCode);
    const dripping = closedByTheApp(sandbox, "confirm-otp", faultTable.drip.fault);
    await sendCode(sandbox, code, otp);
    await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
    await expectTold(page, texts, { kind: "timed-out" }, code);
    await withDeadline(dripping, 3_000, () => "the connection is still open");
    await expect(code).toHaveValue(otp);
    await send(page, sandbox, labels.verify);
    await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
    expect(sandbox.requests).toHaveLength(5);
  });
  expectNothingUncaught(app);
});
