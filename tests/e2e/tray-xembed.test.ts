import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { startXembedTray, XEMBED_TRAY_HEIGHT } from "../../desktop-lab/tray/xembed-tray.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { trayLines } from "./tray-log.ts";

test.use({ desktopOptions: { trayHost: false } });

test("a tray of the older kind (trayer) has the icon, and the window does not stand in for it", async ({
  launch,
  desktop,
}) => {
  const tray = await startXembedTray(desktop.env);
  try {
    const app = await launch({ withoutTray: true, args: ["--hidden"] });
    await clickIcon(desktop);
    const page = await app.window();
    await expect(page.getByRole("button", { name: "Quit" })).toBeHidden();
    expect(trayLines(desktop)).toEqual(["host=xembed shown=true recreations=0"]);
    await tray.end();
    await expect(page.getByText("This desktop shows no tray icons")).toBeVisible();
  } finally {
    await tray.end();
  }
});

test("the icon moves to a tray of the older kind when the newer one has gone", async ({ launch, desktop }) => {
  const host = await TrayHost.start(desktop.busAddress);
  const tray = await startXembedTray(desktop.env);
  try {
    const app = await launch({ withoutTray: true, args: ["--hidden"] });
    await host.nextItem();
    await expect.poll(() => trayLines(desktop)).toEqual(["host=status-notifier shown=true recreations=0"]);
    host.close();
    await clickIcon(desktop);
    await app.window();
  } finally {
    await tray.end();
  }
});

/** Waits until the tray shows an icon, and clicks it. */
async function clickIcon({ env, pixel }: PrivateDesktop): Promise<void> {
  const diagonal = Array.from({ length: XEMBED_TRAY_HEIGHT }, (_, at) => at);
  await expect.poll(() => new Set(diagonal.map((at) => pixel(at, at))).size).toBeGreaterThan(2);
  const middle = String(XEMBED_TRAY_HEIGHT / 2);
  await promisify(execFile)("xdotool", ["mousemove", middle, middle, "click", "1"], { env });
}
