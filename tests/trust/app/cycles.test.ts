import type { Page } from "@playwright/test";
import { labels, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import type { Bridge, ViewOutcome } from "../../../preload/contract.ts";
import type { Sandbox } from "../../../sandbox/server.ts";
import { ana, expect, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";
import { heapBytes, leftOver, pssBytes, resourcesOf } from "../memory/app-resources.ts";
import { type Sample, slopeOf } from "../memory/slope.ts";

/** A few cycles tell no more than a gross leak, since the code is still running warm. */
const limitBytesPerCycle = howOften({ full: 2_000, short: 30_000 });
/** Chromium keeps a little of every window that there has been. */
const limitBytesPerWindow = howOften({ full: 5_000, short: 200_000 });
const withGc = { args: ["--js-flags=--expose-gc"] };

declare const verifikTray: Bridge;

/** Calls the bridge as the window's own script does; throws what was told instead of an outcome. */
async function expectDone(outcome: Promise<ViewOutcome>): Promise<void> {
  const done = await outcome;
  if (!done.ok) throw new Error(done.error.kind);
}

/** Logs in, copies the token, logs out, all by the bridge; looks after the clipboard when told to. */
async function cycle(page: Page, sandbox: Sandbox, remember: boolean, look?: () => Promise<string>): Promise<void> {
  const sent = new Promise<string>((resolve) => {
    const stop = sandbox.onOtpSent(({ otp }) => {
      stop();
      resolve(otp);
    });
  });
  const phone = ana.displayNumber;
  await expectDone(page.evaluate((request) => verifikTray.requestOtp(request), { regionCode: "CO", phone, remember }));
  const otp = await sent;
  await expectDone(page.evaluate((otp) => verifikTray.confirmOtp({ otp }), otp));
  await expectDone(page.evaluate(() => verifikTray.copyToken({ format: "token" })));
  if (look) expect(await look()).toMatch(/^eyJ/);
  await expectDone(page.evaluate(() => verifikTray.logOut()));
  if (look) expect(await look()).not.toMatch(/^eyJ/);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

interface Course {
  readonly heap: readonly Sample[];
  readonly pss: readonly Sample[];
  readonly left: Record<string, number>;
}

/** Runs the cycles and measures now and then, what is left over against what there was once all had run warm. */
async function course(app: TrayApp, cycles: number, run: (index: number) => Promise<void>): Promise<Course> {
  const warmUp = Math.floor(cycles / 5);
  const every = Math.max(1, Math.floor(cycles / 100));
  const pid = app.electron.process().pid ?? 0;
  const heap: Sample[] = [];
  const pss: Sample[] = [];
  let before: Record<string, number> = {};
  for (let index = 1; index <= cycles; index += 1) {
    await run(index);
    if (index === Math.min(50, warmUp)) before = await resourcesOf(app);
    if (index <= warmUp || index % every > 0) continue;
    heap.push({ cycle: index, bytes: await heapBytes(app) });
    pss.push({ cycle: index, bytes: pssBytes(pid) });
  }
  const left = async () => leftOver(before, await resourcesOf(app));
  // Connections that wait for the next call close by themselves.
  await expect
    .poll(left, { timeout: 20_000 })
    .toEqual({})
    .catch(() => {});
  return { heap, pss, left: await left() };
}

function record(item: string, cycles: number, limitBytes: number, { heap, pss, left }: Course): number {
  const { perCycle, upperBound } = slopeOf(heap);
  const first = pss[0]?.bytes ?? Number.NaN;
  const last = pss.at(-1)?.bytes ?? Number.NaN;
  recordFigure({
    part: "losses",
    item,
    tries: cycles,
    failures: Object.keys(left).length + (upperBound < limitBytes ? 0 : 1),
    measured:
      `heap ${kilobytes(perCycle)} a cycle, upper bound ${kilobytes(upperBound)}; ` +
      `process ${(first / 1e6).toFixed(1)} to ${(last / 1e6).toFixed(1)} MB`,
  });
  return upperBound;
}

test("cycles of logging in, copying and logging out leave nothing behind", { tag: "@all" }, async ({
  launch,
  sandbox,
  desktop,
}) => {
  const cycles = howOften({ full: 1_000, short: 50 });
  const app = await launch(withGc);
  const page = await app.window();
  const done = await course(app, cycles, (index) => {
    const look = index % Math.ceil(cycles / 20) === 0 ? () => desktop.clipboard.readClipboard() : undefined;
    return cycle(page, sandbox, index % 2 === 0, look);
  });
  const upperBound = record("cycles of login, copy and log-out", cycles, limitBytesPerCycle, done);
  expect(done.left).toEqual({});
  expect(upperBound).toBeLessThan(limitBytesPerCycle);
});

test("the same cycles with a window opened and closed leave nothing behind", async ({ launch, sandbox }) => {
  const cycles = howOften({ full: 200, short: 15 });
  const app = await launch(withGc);
  await (await app.window()).close();
  const done = await course(app, cycles, async () => {
    const opened = app.electron.waitForEvent("window");
    await app.trayItem.activate();
    const page = await opened;
    await page.getByRole("button", { name: labels.sendCode }).waitFor();
    await cycle(page, sandbox, false);
    await page.close();
    await expect.poll(() => app.hasWindow(), { intervals: [10] }).toBe(false);
  });
  const item = "cycles of login, copy and log-out, each with a window of its own";
  const upperBound = record(item, cycles, limitBytesPerWindow, done);
  expect(done.left).toEqual({});
  expect(upperBound).toBeLessThan(limitBytesPerWindow);
});
