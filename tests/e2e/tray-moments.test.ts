import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { ana, test } from "../fixtures/app-test.ts";
import { seededRandom } from "../fixtures/seeded-random.ts";

const lastMs = 2_500;
const startsInShortRun = 2;
/** Set once in playwright.config.ts. */
const seed = Number(process.env.VERIFIK_TRAY_SEED);
const longestStartMs = 30_000;

test.use({ desktopOptions: { trayHost: false } });

const kinds = [
  { token: "no token", start: "plain", everyMs: 250 },
  { token: "no token", start: "hidden", everyMs: 250 },
  { token: "a stored token", start: "plain", everyMs: 250 },
  // The start of most sign-ins.
  { token: "a stored token", start: "hidden", everyMs: 20 },
] as const;

for (const token of ["no token", "a stored token"] as const) {
  const moments = kinds.flatMap((kind, index) =>
    kind.token === token ? drawMoments(seed + index).map((afterMs) => ({ afterMs, start: kind.start })) : [],
  );
  testMoments(`at a random moment of plain and hidden starts with ${token}`, token, moments);
}

for (const { token, start, everyMs } of kinds) {
  const name = `a ${start} start with ${token}`;
  const each = (ms: number) => grid(ms).map((afterMs) => ({ afterMs, start }));
  testMoments(`at each ${everyMs} ms of ${name} @all`, token, each(everyMs));
  testMoments(`at each 250 ms of ${name} on a busy machine @all`, token, each(250), { busy: true });
}

/** The moments in ms after the start of the app. */
function drawMoments(seedOfKind: number): number[] {
  const random = seededRandom(seedOfKind);
  return Array.from({ length: startsInShortRun }, () => Math.floor(random() * lastMs));
}

function grid(everyMs: number): number[] {
  return Array.from({ length: lastMs / everyMs + 1 }, (_, index) => index * everyMs);
}

interface Moment {
  readonly afterMs: number;
  readonly start: "plain" | "hidden";
}

function testMoments(
  name: string,
  token: "no token" | "a stored token",
  moments: readonly Moment[],
  { busy }: { readonly busy: boolean } = { busy: false },
): void {
  test(`the icon comes when a tray appears ${name}`, async ({ launch, desktop, sandbox }) => {
    test.setTimeout((moments.length + 1) * longestStartMs);
    if (token === "a stored token") {
      const app = await launch({ withoutTray: true });
      await logIn(await app.window(), sandbox, ana);
      await app.end();
    }
    const status = token === "a stored token" ? "Token valid · 29 days left" : "Not logged in";
    const load = await Promise.all(Array.from({ length: busy ? 2 * availableParallelism() : 0 }, startLoad));
    try {
      for (const { afterMs, start } of moments) {
        await test.step(`${afterMs} ms after a ${start} start (VERIFIK_TRAY_SEED=${seed})`, async () => {
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
