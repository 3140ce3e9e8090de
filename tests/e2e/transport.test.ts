import { labels } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import { faultTable } from "../../sandbox/fault-table.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";
import { send } from "./told-failures.ts";

// What only Electron's own network and garbage collector can show; the transport's other tests run it on Node's.

test("the 15 seconds end the wait for a silent server although garbage is collected meanwhile", async ({
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
  sandbox.faults.next("request-otp", faultTable.silence.fault);
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await send(page, sandbox, labels.sendCode);
  await expect(page.getByRole("alert")).toContainText("did not answer within 15 seconds", { timeout: 17_000 });
});

test("the connection of an answer over 256 KiB is closed at once, and a new one serves the next call", async ({
  launch,
  sandbox,
}) => {
  const page = await (await launch()).window();
  const closed = new Promise<void>((resolve) => {
    sandbox.faults.next("request-otp", {
      says: "200 with 300 KiB of an answer that does not end",
      answer(response) {
        response.once("close", resolve);
        response.writeHead(200).write("x".repeat(300 * 1024));
      },
    });
  });
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await send(page, sandbox, labels.sendCode);
  await expect(page.getByRole("alert")).toContainText("far too large");
  await withDeadline(closed, 3_000, () => "the connection is still open");

  await page.getByRole("button", { name: labels.sendCode }).click();
  await page.getByLabel(labels.verificationCode).waitFor();
});
