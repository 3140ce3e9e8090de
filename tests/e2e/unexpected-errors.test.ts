import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { textsFor } from "../../texts/index.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { SystemDialog } from "../fixtures/system-dialog.ts";

const en = textsFor("en");

test("shows a message for an uncaught exception, logs it without its text, and keeps running", async ({
  desktop,
  launchLoggedIn,
}) => {
  const { app } = await launchLoggedIn();
  const path = join(String(desktop.env.XDG_STATE_HOME), "verifik-tray", "verifik-tray.log");
  // Its title is the other one's too.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new RangeError("the code 482913 of +57 301 234 5678 and a token eyJhbGciOiJIUzI1NiJ9.e30.c2ln");
    }, 0);
    void Promise.reject(new TypeError("the code 482913"));
  });
  await expect.poll(() => readFileSync(path, "utf8")).toMatch(/error exception error=RangeError at=\w.*\n/);
  await expect.poll(() => readFileSync(path, "utf8")).toContain("error rejection error=TypeError");
  await (await SystemDialog.open(desktop.env, en.productName)).answer("Return");
  expect(app.output).toContain("error: exception error=RangeError");
  for (const text of [app.output, readFileSync(path, "utf8")]) expect(text).not.toMatch(/482913|5678|eyJ/);
  expect(statSync(path).mode & 0o777).toBe(0o600);

  await app.waitForStatus("Token valid · 29 days left");
  expect(await app.quit()).toBe(0);
  expect(readFileSync(path, "utf8")).toMatch(/ info quitting\n$/);
});
