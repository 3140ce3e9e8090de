import { labels } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";
import { send } from "./told-failures.ts";

// Only Electron's own network stack and garbage collector can show these; the transport's other tests run on Node's fetch.

/** The next OTP request gets these bytes of a body that never ends, or not even a head. Resolves when the app hangs up. */
function neverAnswer(sandbox: Sandbox, body: string | undefined): Promise<void> {
  return new Promise<void>((hungUp) => {
    sandbox.faults.next("request-otp", {
      says: "a response that never ends",
      answer(response) {
        response.once("close", hungUp);
        if (body !== undefined) response.writeHead(200).write(body);
      },
    });
  });
}

for (const [what, body] of [
  ["no response", undefined],
  ["a body that never ends", "{"],
] as const) {
  test(`after 15 seconds with ${what} the call fails and the connection is closed, also if garbage is collected`, async ({
    launch,
    sandbox,
  }) => {
    const app = await launch({ args: ["--js-flags=--expose-gc"] });
    const page = await app.window();
    await app.electron.evaluate(() => {
      const { gc } = globalThis as unknown as { gc: () => void };
      gc();
      setInterval(gc, 200);
    });
    const hungUp = neverAnswer(sandbox, body);
    await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
    await send(page, sandbox, labels.sendCode);
    await expect(page.getByRole("alert")).toContainText("did not answer within 15 seconds", { timeout: 17_000 });
    await withDeadline(hungUp, 3_000, () => "the connection is still open");
  });
}

test("a response over 256 KiB fails at once, its connection is closed, and the next call works", async ({
  launch,
  sandbox,
}) => {
  const page = await (await launch()).window();
  const hungUp = neverAnswer(sandbox, "x".repeat(300 * 1024));
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await send(page, sandbox, labels.sendCode);
  await expect(page.getByRole("alert")).toContainText("too large");
  await withDeadline(hungUp, 3_000, () => "the connection is still open");

  await page.getByRole("button", { name: labels.sendCode }).click();
  await page.getByLabel(labels.verificationCode).waitFor();
});
