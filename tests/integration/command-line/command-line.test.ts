import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok } from "../../../domain/result.ts";
import { defaultSettings, type Settings } from "../../../domain/settings.ts";
import { CommandLine } from "../../../main/command-line/command-line.ts";

let folder: string;
let commandLine: CommandLine | undefined;
let nowMs: number;
/** Gives one token, as an answer to a command does. */
let give: () => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vt-"));
  nowMs = new Date(2026, 10, 21, 9, 10).getTime();
});
afterEach(() => {
  commandLine?.stop();
  rmSync(folder, { recursive: true });
});

function start(
  changes: Partial<Settings>,
  { shows = true, places = [{ folder, path: join(folder, "cli.sock") }] } = {},
) {
  const listeners: (() => void)[] = [];
  const settings = {
    settings: { ...defaultSettings, ...changes },
    onChanged: (listener: () => void) => {
      listeners.push(listener);
      return () => {};
    },
    change: async (changed: Partial<Settings>) => {
      settings.settings = { ...settings.settings, ...changed };
      for (const listener of listeners) listener();
      return ok(undefined);
    },
  };
  const notified: string[] = [];
  commandLine = new CommandLine({
    settings,
    clock: { nowMs: () => nowMs },
    address: { places, uid: process.getuid?.() ?? -1 },
    createAnswers: (_loaded, onGiven) => {
      give = onGiven;
      return async () => ({ kind: "refused", reason: "no-token" });
    },
    notify: async (news) => {
      notified.push(news);
      return shows;
    },
    onChanged: () => {},
  });
  commandLine.start(Promise.resolve());
  const becomes = (state: string) => vi.waitFor(() => expect(commandLine?.view.state).toBe(state));
  return { settings, notified, view: () => commandLine?.view, becomes };
}

const on = { commandLine: true, commandLineKnown: "switched-on" } as const;

test("it listens while the setting is on, and forgets its count when it is switched off", async () => {
  const { settings, view, becomes } = start({});
  expect(view()).toEqual({ state: "off", uses: undefined });
  await settings.change(on);
  await becomes("on");
  give();
  await settings.change({ commandLine: false, commandLineKnown: undefined });
  await becomes("off");
  expect(view()?.uses).toBeUndefined();
});

test("the window is told if there is no place for the socket", async () => {
  await start(on, { places: [] }).becomes("no-place");
});

test("it counts the tokens of a day, and starts again on the next day", () => {
  const { view } = start(on);
  const firstMs = nowMs;
  give();
  nowMs += 92 * 60_000;
  give();
  expect(view()?.uses).toEqual({ count: 2, sinceMs: firstMs, lastAtMs: nowMs });
  nowMs += 24 * 60 * 60_000;
  give();
  expect(view()?.uses).toEqual({ count: 1, sinceMs: nowMs, lastAtMs: nowMs });
});

test("the first use since it was switched on is notified once, also over restarts", async () => {
  const { settings, notified } = start(on);
  give();
  give();
  await vi.waitFor(() => expect(settings.settings.commandLineKnown).toBe("used"));
  give();
  expect(notified).toEqual(["first-use"]);
  commandLine?.stop();
  const again = start({ commandLine: true, commandLineKnown: "used" });
  give();
  expect(again.notified).toEqual([]);
});

test("what no notification service has shown is told at the next use", async () => {
  const { notified, settings } = start(on, { shows: false });
  give();
  await vi.waitFor(() => expect(notified).toHaveLength(1));
  await new Promise(setImmediate);
  give();
  expect(notified).toHaveLength(2);
  expect(settings.settings.commandLineKnown).toBe("switched-on");
});

test("found on at the start without having been switched on here, it is notified, and so is its first use", async () => {
  const { notified, settings } = start({ commandLine: true });
  await vi.waitFor(() => expect(settings.settings.commandLineKnown).toBe("switched-on"));
  give();
  await vi.waitFor(() => expect(notified).toEqual(["found-on", "first-use"]));
});
