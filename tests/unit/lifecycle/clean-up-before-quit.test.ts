import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import type { Session } from "../../../domain/session/session.ts";
import type { TokenClipboard } from "../../../main/clipboard/token-clipboard.ts";

/** Stands for Electron: nothing in a real desktop hangs for as long as the limit. */
const app = vi.hoisted(() => ({}) as EventEmitter & { quit: ReturnType<typeof vi.fn> });
vi.mock("electron", () => ({ app }));
const limit = vi.hoisted(() => ({ ms: 0, pass: () => {} }));
vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) =>
    new Promise<void>((resolve) => {
      limit.ms = ms;
      limit.pass = resolve;
    }),
}));

Object.setPrototypeOf(app, EventEmitter.prototype);
app.quit = vi.fn();

const { cleanUpBeforeQuit } = await import("../../../main/lifecycle/clean-up-before-quit.ts");

const done = async () => {};
const notifications = () => ({
  isReady: async () => true,
  show: async () => true,
  withdraw: done,
  onServiceChanged() {},
});

/** Reports the quit to the application. Returns whether the application held it up. */
function willQuit(): boolean {
  const event = { preventDefault: vi.fn() };
  app.emit("will-quit", event);
  return event.preventDefault.mock.calls.length > 0;
}

test("the application quits 18 seconds after the person asked, even when a part of the desktop never answers", async () => {
  const session = { finish: () => new Promise(() => {}) } as unknown as Session;
  const clipboard = { clear: done, settled: done } as unknown as TokenClipboard;
  cleanUpBeforeQuit(session, clipboard, {
    present: notifications(),
    copy: notifications(),
    commandLine: notifications(),
  });
  expect(willQuit()).toBe(true);
  await new Promise(setImmediate);
  expect(app.quit).not.toHaveBeenCalled();
  expect(limit.ms).toBe(18_000);

  limit.pass();
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(1));
  expect(willQuit()).toBe(false);
});
