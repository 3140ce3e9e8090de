import { describe, expect, it } from "vitest";
import { figuresOf, isWithinBound } from "../../../scripts/bench/figures.ts";
import type { Measurements } from "../../../scripts/bench/measurements.ts";
import type { Round } from "../../../scripts/bench/round.ts";
import { table } from "../../../scripts/bench/table.ts";

const idleMemory = { pssMb: 100, processes: 5 };
const start = { iconMs: 200, cpuToIconMs: 300 };
const acts = { openMs: 100, copyMs: 2 };
const even: Round = {
  bare: { ...start, idle: idleMemory },
  bareWindow: { ...start, ...acts },
  app: { ...start, ...acts, statusMs: 250, idle: idleMemory, afterWindow: idleMemory },
};
const idle = { minutes: [{ cpuMs: 12, voluntary: 70, involuntary: 3 }], byProcess: {} };

function measurements(app: Partial<Round["app"]> = {}, others: Partial<Measurements> = {}): Measurements {
  const round = { ...even, app: { ...even.app, ...app } };
  return { rounds: [round], idle: { bare: idle, app: idle }, asarBytes: 800_000, rendererGzipBytes: 90_000, ...others };
}

function missed(measured: Measurements): string[] {
  return figuresOf(measured)
    .filter((figure) => !isWithinBound(figure))
    .map(({ title }) => title);
}

describe("the bounds", () => {
  it("hold for an app as light as bare Electron", () => {
    expect(missed(measurements())).toEqual([]);
  });

  it.each([
    ["process start → icon", { iconMs: 217 }],
    ["process start → menu", { statusMs: 271 }],
    ["CPU time to the icon", { cpuToIconMs: 331 }],
    ["idle memory, window never opened", { idle: { pssMb: 106, processes: 5 } }],
    ["idle memory 10 s after", { afterWindow: { pssMb: 113, processes: 5 } }],
    ["processes when idle", { idle: { pssMb: 100, processes: 6 } }],
    ["menu click → text", { copyMs: 22.1 }],
    ["menu click → window", { openMs: 126 }],
  ])("%s is missed by a little more", (title, app) => {
    expect(missed(measurements(app))).toEqual([expect.stringContaining(title)]);
  });

  it("are missed by an app that is busy while idle, and by files that are too large", () => {
    const busy = { ...idle, minutes: [{ cpuMs: 22.1, voluntary: 70, involuntary: 3 }] };
    expect(missed(measurements({}, { idle: { bare: idle, app: busy } }))).toEqual(["CPU time while idle, a minute"]);
    expect(missed(measurements({}, { asarBytes: 800_001, rendererGzipBytes: 90_001 }))).toHaveLength(2);
  });

  it("know no figure that was not measured", () => {
    expect(() => figuresOf(measurements({ openMs: Number.NaN }))).toThrow("Not measured");
    expect(() => figuresOf({ ...measurements(), rounds: [] })).toThrow("Not measured");
    expect(() => figuresOf(measurements({}, { asarBytes: Number.NaN }))).toThrow("Not measured");
  });
});

describe("the table", () => {
  it("tells medians, the spread and what was missed", () => {
    const slower = { ...even, app: { ...even.app, iconMs: 240 } };
    const lines = table(figuresOf({ ...measurements(), rounds: [even, slower] })).split("\n");
    const cells = lines[2]?.split("|").map((cell) => cell.trim());
    expect(cells).toEqual([
      "",
      "process start → icon on the bus",
      "200.0 ms",
      "220.0 (200.0–240.0) ms",
      "× 1.10 (1.00–1.20)",
      "× 1.08",
      "MISSED",
      "",
    ]);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines.filter((line) => line.includes("†"))).toHaveLength(2);
  });
});
