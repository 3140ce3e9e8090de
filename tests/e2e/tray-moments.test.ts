import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { ana, test } from "../fixtures/app-test.ts";
import { seededRandom } from "../fixtures/seeded-random.ts";

/** The moments at which a tray appears: each 20 ms from 0 to 2,500 ms after the start of the app. */
const grid = Array.from({ length: 126 }, (_, index) => index * 20);
const seed = Number(process.env.VERIFIK_TRAY_SEED ?? Math.floor(Math.random() * 1e6));
const random = seededRandom(seed);
const drawn = Array.from({ length: 3 }, () => grid[Math.floor(random() * grid.length)] ?? 0);
const longestStartMs = 30_000;

test.use({ desktopOptions: { trayHost: false } });

for (const token of ["no token", "a stored token"] as const) {
  for (const start of ["plain", "hidden"] as const) {
    testMoments(`a ${start} start with ${token}`, { token, start, busy: false }, drawn);
    // Eighty minutes on two cores, so not in `npm test`.
    for (const busy of [false, true]) {
      const machine = busy ? "busy" : "quiet";
      testMoments(`a ${start} start with ${token} on a ${machine} machine @all`, { token, start, busy }, grid);
    }
  }
}

interface Start {
  readonly token: "no token" | "a stored token";
  readonly start: "plain" | "hidden";
  readonly busy: boolean;
}

function testMoments(name: string, { token, start, busy }: Start, moments: readonly number[]): void {
  test(`the icon comes when a tray appears during ${name}`, async ({ launch, desktop, sandbox }) => {
    test.setTimeout((moments.length + 1) * longestStartMs);
    if (token === "a stored token") {
      const app = await launch({ withoutTray: true });
      await logIn(await app.window(), sandbox, ana);
      await app.end();
    }
    const status = token === "a stored token" ? "Token valid · 29 days left" : "Not logged in";
    const load = await Promise.all(Array.from({ length: busy ? 2 * availableParallelism() : 0 }, startLoad));
    try {
      for (const afterMs of moments) {
        await test.step(`after ${afterMs} ms (VERIFIK_TRAY_SEED=${seed})`, async () => {
          const launched = launch({ withoutTray: true, args: start === "hidden" ? ["--hidden"] : [] });
          await delay(afterMs);
          const host = await TrayHost.start(desktop.busAddress);
          try {
            const item = await host.nextItem(longestStartMs);
            await item.waitForMenu((menu) => menu[0]?.label === status);
          } finally {
            await (await launched).end();
            host.close();
          }
        });
      }
    } finally {
      await Promise.all(load.map((process) => process.end()));
    }
  });
}

/** Keeps one core busy. */
function startLoad(): Promise<DesktopProcess> {
  return DesktopProcess.start("sh", ["-c", "while :; do :; done"], { env: { PATH: process.env.PATH } });
}
