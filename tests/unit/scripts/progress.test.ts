import { beforeEach, describe, expect, it, vi } from "vitest";
import { startProgress } from "../../../scripts/setup/progress.mjs";

let nowMs: number;
let tasks: { intervalMs: number; task: () => void }[];

const clock = {
  nowMs: () => nowMs,
  every(intervalMs: number, task: () => void) {
    const entry = { intervalMs, task };
    tasks.push(entry);
    return () => void tasks.splice(tasks.indexOf(entry), 1);
  },
};

function passSeconds(count: number) {
  for (let second = 0; second < count; second++) {
    nowMs += 1000;
    for (const { intervalMs, task } of tasks) if (nowMs % intervalMs === 0) task();
  }
}

function start(isTTY: boolean) {
  const write = vi.fn<(text: string) => void>();
  const progress = startProgress("Electron", { isTTY, write }, clock);
  return { progress, written: () => write.mock.calls.map(([text]) => text) };
}

beforeEach(() => {
  nowMs = 0;
  tasks = [];
});

describe("on a terminal", () => {
  it("rewrites one line with a bar, percent and megabytes, and ends it with a newline", () => {
    const { progress, written } = start(true);
    progress.update(49_000_000, 196_000_000);
    passSeconds(1);
    progress.update(196_000_000, 196_000_000);
    progress.end();
    expect(written()).toEqual([
      "\r  Electron: [######------------------] 25 %, 49 of 196 MB\u001b[K",
      "\r  Electron: [########################] 100 %, 196 of 196 MB\u001b[K",
      "\n",
    ]);
  });

  it("shows nothing for a step of less than a second", () => {
    const { progress, written } = start(true);
    progress.update(1, 1);
    progress.end();
    expect(written()).toEqual([]);
  });
});

describe("elsewhere", () => {
  it("writes one line every ten seconds", () => {
    const { progress, written } = start(false);
    passSeconds(10);
    progress.update(98_000_000, 196_000_000);
    passSeconds(15);
    progress.end();
    expect(written()).toEqual(["  Electron: 10 s\n", "  Electron: 50 %, 98 of 196 MB\n"]);
  });

  it("shows nothing for a step of less than ten seconds", () => {
    const { progress, written } = start(false);
    passSeconds(9);
    progress.end();
    expect(written()).toEqual([]);
  });
});

it("stops with the step", () => {
  const { progress, written } = start(false);
  progress.end();
  passSeconds(30);
  expect(written()).toEqual([]);
  expect(tasks).toEqual([]);
});
