import { setTimeout as delay } from "node:timers/promises";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { test } from "../fixtures/app-test.ts";
import { seededRandom } from "../fixtures/seeded-random.ts";

/** From the start of the app, ms. */
const grid = Array.from({ length: 126 }, (_, index) => index * 20);

test.use({ desktopOptions: { trayHost: false } });

for (const start of ["hidden", "plain"]) {
  test(`the icon comes when a tray appears during a ${start} start`, async ({ launch, desktop }) => {
    const seed = Number(process.env.VERIFIK_TRAY_SEED ?? Math.floor(Math.random() * 1e6));
    const random = seededRandom(seed);
    for (const _ of Array(6)) {
      const afterMs = grid[Math.floor(random() * grid.length)] ?? 0;
      await test.step(`after ${afterMs} ms (VERIFIK_TRAY_SEED=${seed})`, async () => {
        const launched = launch({ withoutTray: true, args: start === "hidden" ? ["--hidden"] : [] });
        await delay(afterMs);
        const host = await TrayHost.start(desktop.busAddress);
        try {
          const item = await host.nextItem();
          await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
        } finally {
          await (await launched).end();
          host.close();
        }
      });
    }
  });
}
