import { describe, expect, it } from "vitest";
import { figuresOf, figuresTable, isWithinBound, type Measurements } from "../../../scripts/bench/figures.ts";
import type { Measurement } from "../../../scripts/bench/round.ts";

const start: Measurement = {
  iconMs: 200,
  menuMs: 205,
  cpuToIconMs: 300,
  idleMb: 100,
  openMs: 100,
  closedMb: 110,
  copyMs: 2,
};
const equal: Measurements = {
  bare: [start],
  app: [start],
  commandMs: { bare: [100], app: [100] },
  idleCpuMs: { bare: [12], app: [12] },
  asarBytes: 1_100_000,
};

function withApp(different: Partial<Measurement>): Measurements {
  return { ...equal, app: [{ ...start, ...different }] };
}

function missed(measurements: Measurements): string[] {
  return figuresOf(measurements)
    .filter((figure) => !isWithinBound(figure))
    .map(({ title }) => title);
}

describe("the bounds", () => {
  it("a command takes at most 15 % longer than an empty Electron that prints", () => {
    const title = expect.stringContaining("verifik-tray token");
    expect(missed({ ...equal, commandMs: { bare: [100], app: [115] } })).toEqual([]);
    expect(missed({ ...equal, commandMs: { bare: [100], app: [116] } })).toEqual([title]);
  });

  it("hold for an application that equals bare Electron", () => {
    expect(missed(equal)).toEqual([]);
  });

  it.each([
    ["process start → icon", { iconMs: 217 }],
    ["process start → menu", { menuMs: 271 }],
    ["CPU time to the icon", { cpuToIconMs: 331 }],
    ["idle memory, window never opened", { idleMb: 106.1 }],
    ["idle memory 10 s after the window was closed", { closedMb: 116.7 }],
    ["menu click → text", { copyMs: 22.1 }],
    ["menu click → window", { openMs: 151 }],
  ])("%s is missed by a slightly larger value", (title, different) => {
    expect(missed(withApp(different))).toEqual([expect.stringContaining(title)]);
  });

  it("are missed by idle CPU time and by a large package", () => {
    expect(missed({ ...equal, idleCpuMs: { bare: [12], app: [22.1] } })).toEqual(["CPU time while idle, per minute"]);
    expect(missed({ ...equal, asarBytes: 1_100_001 })).toEqual(["app.asar"]);
  });

  it("throws when a value is missing", () => {
    expect(() => figuresOf(withApp({ openMs: Number.NaN }))).toThrow("Not measured");
    expect(() => figuresOf({ ...equal, bare: [], app: [] })).toThrow("Not measured");
    expect(() => figuresOf({ ...equal, asarBytes: Number.NaN })).toThrow("Not measured");
  });
});

it("the table has medians, the spread and the missed bounds", () => {
  const lines = figuresTable(
    figuresOf({ ...equal, bare: [start, start], app: [start, { ...start, iconMs: 240, copyMs: 1 }] }),
  ).split("\n");
  const cells = (title: string) =>
    lines
      .find((line) => line.includes(title))
      ?.split("|")
      .slice(2, -1)
      .map((cell) => cell.trim());
  expect(cells("icon on the bus")).toEqual([
    "200.0 ms",
    "220.0 (200.0–240.0) ms",
    "× 1.10 (1.00–1.20)",
    "× 1.08",
    "MISSED",
  ]);
  expect(cells("text readable")).toEqual(["2.0 ms", "1.5 (1.0–2.0) ms", "-0.5 (-1.0–0.0) ms", "+ 20 ms", "ok"]);
  expect(cells("app.asar")).toEqual(["", "1100.0 kB", "", "1100 kB", "ok"]);
});
