import { describe, expect, it } from "vitest";
import { pairDifferences, pairRatios, summarize } from "../../../scripts/bench/statistics.ts";

describe("summarize", () => {
  it("returns the middle value, or the mean of the two middle ones, in any order", () => {
    expect(summarize([30, 100, 9])).toEqual({ median: 30, min: 9, max: 100 });
    expect(summarize([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 });
    expect(summarize([7])).toEqual({ median: 7, min: 7, max: 7 });
  });

  it("does not change the order of its input", () => {
    const values = [3, 1, 2];
    summarize(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("throws when a value is missing", () => {
    expect(() => summarize([])).toThrow("Not measured");
    expect(() => summarize([1, Number.NaN])).toThrow("Not measured");
    expect(() => summarize([undefined as unknown as number])).toThrow("Not measured");
  });
});

describe("pairs", () => {
  it("compare each round with itself, so that a slow round cancels out", () => {
    const app = [110, 1100, 120];
    const bare = [100, 1000, 100];
    const ratios = pairRatios(app, bare);
    expect(ratios).toEqual([1.1, 1.1, 1.2]);
    expect(summarize(ratios).median).toBe(1.1);
    // Not the ratio of the medians.
    expect(summarize(app).median / summarize(bare).median).toBe(1.2);
  });

  it("keep the sign of differences", () => {
    expect(pairDifferences([5, 1], [3, 4])).toEqual([2, -3]);
  });

  it("throw when the rounds do not pair or the baseline is zero", () => {
    expect(() => pairRatios([1], [1, 2])).toThrow("do not pair");
    expect(() => pairDifferences([1, 2], [1])).toThrow("do not pair");
    expect(() => pairRatios([1], [0])).toThrow("Nothing to compare with");
    expect(() => pairRatios([1], [Number.NaN])).toThrow("Nothing to compare with");
  });
});
