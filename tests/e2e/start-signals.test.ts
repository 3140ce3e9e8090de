import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pass } from "node:timers/promises";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("SIGTERM quits at every moment of the start", async ({ desktop, sandbox }) => {
  for (const afterIconMs of [0, 50, 100, 160, 300]) {
    const env = { ...desktop.env, VERIFIK_API_URL: sandbox.origin };
    const started = spawn(electronBinary(), launchArguments(["--hidden"]), { env, stdio: "ignore" });
    const ended = once(started, "exit");
    await desktop.trayHost.nextItem();
    await pass(afterIconMs);
    started.kill("SIGTERM");
    const [code] = await withDeadline(ended, 10_000, () => `SIGTERM ${afterIconMs} ms after the icon is lost`);
    expect(code).toBe(0);
  }
});
