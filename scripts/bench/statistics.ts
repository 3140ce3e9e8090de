export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Throws if there is no value, or one that is no number: what was not measured must not pass for a figure. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0 || !values.every(Number.isFinite)) throw new Error(`Not measured: [${values.join(", ")}]`);
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] as number;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** Round by round, so that what slowed a whole round down cancels out. Throws if the rounds are not the same number. */
export function pairRatios(values: readonly number[], baselines: readonly number[]): number[] {
  return pairs(values, baselines).map(([value, baseline]) => {
    if (!(baseline > 0)) throw new Error(`Nothing to compare with: ${baseline}`);
    return value / baseline;
  });
}

/** Value less baseline, round by round. Throws if the rounds are not the same number. */
export function pairDifferences(values: readonly number[], baselines: readonly number[]): number[] {
  return pairs(values, baselines).map(([value, baseline]) => value - baseline);
}

function pairs(values: readonly number[], baselines: readonly number[]): (readonly [number, number])[] {
  if (values.length !== baselines.length) {
    throw new Error(`Rounds do not pair: ${values.length} and ${baselines.length}`);
  }
  return values.map((value, round) => [value, baselines[round] as number]);
}
