import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { defaultSettings, type Settings } from "../../../domain/settings.ts";
import { askApp } from "../../../main/command-line/ask-app.ts";
import { CommandLine } from "../../../main/command-line/command-line.ts";

let folder: string;
let commandLine: CommandLine | undefined;
let nowMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vt-"));
  nowMs = new Date(2026, 10, 21, 9, 10).getTime();
});
afterEach(() => {
  commandLine?.stop();
  rmSync(folder, { recursive: true });
});

const socket = () => join(folder, "cli.sock");

/** A command gets the token. */
async function give(): Promise<void> {
  expect(await askApp([socket()], { version: 1, verb: "token", minValidMs: 0 })).toMatchObject({ kind: "token" });
}

function start(changes: Partial<Settings>, { shows = true, places = [{ folder, path: socket() }] } = {}) {
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
    listen: (server) => server.listenInFirst(places, process.getuid?.() ?? -1),
    createAnswers: () => async () => ({
      kind: "token",
      token: new Secret("eyJ.a.b"),
      expiresAtMs: nowMs,
      estimated: false,
      origin: undefined,
      variableName: "VERIFIK_TOKEN",
    }),
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

test("no socket is there unless the setting is on, and switching it off forgets the count", async () => {
  const { settings, view, becomes } = start({});
  expect(view()).toEqual({ state: "off", uses: undefined });
  expect(existsSync(socket())).toBe(false);
  await settings.change(on);
  await becomes("on");
  await give();
  await settings.change({ commandLine: false, commandLineKnown: undefined });
  await becomes("off");
  expect(view()?.uses).toBeUndefined();
  expect(existsSync(socket())).toBe(false);
});

test("the window says so if there is no place for the socket", async () => {
  await start(on, { places: [] }).becomes("no-place");
});

test("it counts the tokens of a day, and starts again on the next day", async () => {
  const { view, becomes } = start(on);
  await becomes("on");
  const firstMs = nowMs;
  await give();
  nowMs += 92 * 60_000;
  await give();
  expect(view()?.uses).toEqual({ count: 2, sinceMs: firstMs, lastAtMs: nowMs });
  nowMs += 24 * 60 * 60_000;
  expect(view()?.uses).toBeUndefined();
  await give();
  expect(view()?.uses).toEqual({ count: 1, sinceMs: nowMs, lastAtMs: nowMs });
});

test("the first use since it was switched on is notified once, also over restarts", async () => {
  const { settings, notified, becomes } = start(on);
  await becomes("on");
  await give();
  await give();
  await vi.waitFor(() => expect(settings.settings.commandLineKnown).toBe("used"));
  await give();
  expect(notified).toEqual(["first-use"]);
  commandLine?.stop();
  const again = start({ commandLine: true, commandLineKnown: "used" });
  await again.becomes("on");
  await give();
  expect(again.notified).toEqual([]);
});

test("a notification that could not be shown comes with the next use", async () => {
  const { notified, settings, becomes } = start(on, { shows: false });
  await becomes("on");
  await give();
  await give();
  expect(notified).toHaveLength(2);
  expect(settings.settings.commandLineKnown).toBe("switched-on");
});

test("found on at the start without having been switched on here, it is notified, and so is its first use", async () => {
  const { notified, settings, becomes } = start({ commandLine: true });
  await becomes("on");
  expect(settings.settings.commandLineKnown).toBe("switched-on");
  await give();
  await vi.waitFor(() => expect(notified).toEqual(["found-on", "first-use"]));
});
