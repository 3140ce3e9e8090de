export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Throws when there is no value, or a value that is no number: a missing measurement must not become a figure. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0 || !values.every(Number.isFinite)) throw new Error(`Not measured: [${values.join(", ")}]`);
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] as number;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** Divides round by round, so that a slow round affects both sides. Throws when the rounds do not pair. */
export function pairRatios(values: readonly number[], baselines: readonly number[]): number[] {
  return pairs(values, baselines).map(([value, baseline]) => {
    if (!(baseline > 0)) throw new Error(`Nothing to compare with: ${baseline}`);
    return value / baseline;
  });
}

/** Subtracts round by round. Throws when the rounds do not pair. */
export function pairDifferences(values: readonly number[], baselines: readonly number[]): number[] {
  return pairs(values, baselines).map(([value, baseline]) => value - baseline);
}

function pairs(values: readonly number[], baselines: readonly number[]): (readonly [number, number])[] {
  if (values.length !== baselines.length) {
    throw new Error(`Rounds do not pair: ${values.length} and ${baselines.length}`);
  }
  return values.map((value, round) => [value, baselines[round] as number]);
}
