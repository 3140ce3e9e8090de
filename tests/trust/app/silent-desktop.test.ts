import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { electronBinary } from "../../../desktop-lab/app/electron-binary.ts";
import { launchArguments } from "../../../desktop-lab/app/tray-app.ts";
import { KWallet } from "../../../desktop-lab/keyring/kwallet.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { trayAnswersMs } from "../../fixtures/tray-answers.ts";
import { howOften, recordFigure } from "../figures.ts";

const args = ["--password-store=kwallet5"];

// Three seconds after the login an hour is left, and a reminder is due.
test.use({
  desktopOptions: { keyring: false },
  sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3604 },
});

test("the tray answers while notification service and keyring do not, and a second start does not end it", async ({
  launchLoggedIn,
  desktop,
  sandbox,
}) => {
  const { notifications } = desktop;
  const answersMs: number[] = [];
  const wallet = await KWallet.start(desktop.busAddress);
  for (let round = 0; round < howOften({ full: 20, short: 1 }); round += 1) {
    notifications.hang(round % 2 === 0 ? undefined : "Notify");
    wallet.forget();
    const { app } = await launchLoggedIn({ args });
    await Promise.all([notifications.untilHeld(), wallet.untilAsked()]);
    const env = { ...desktop.env, VERIFIK_API_URL: sandbox.origin };
    const secondStart = promisify(execFile)(electronBinary(), launchArguments(args), { env });
    answersMs.push(...(await trayAnswersMs(app.trayItem, 3_000)));
    await secondStart;
    // Both still come to their end.
    notifications.resume();
    wallet.answer(true);
    await notifications.next();
    await expect.poll(() => app.readStore()).toContain('"1-hour"');
    expect(await app.quit()).toBe(0);
    rmSync(app.storeFile());
  }
  wallet.close();

  const tooLate = answersMs.filter((ms) => ms > 1_000);
  recordFigure({
    part: "losses",
    item: "the tray answers within a second while notification service and keyring do not",
    tries: answersMs.length,
    failures: tooLate.length,
    measured: `the slowest answer ${Math.max(...answersMs).toFixed(0)} ms`,
  });
  expect(tooLate).toEqual([]);
});
