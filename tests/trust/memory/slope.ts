export interface Slope {
  readonly perCycle: number;
  /** The true slope is below this with 97.5 % confidence. */
  readonly upperBound: number;
}

export interface Sample {
  readonly cycle: number;
  readonly bytes: number;
}

/** Quantile of the normal distribution for 97.5 %. */
const z = 1.96;

/**
 * Theil and Sen's slope, the median of the slopes between any two samples, which single outliers do not move; the bound is
 * Sen's, by Kendall's rank statistic. Throws on fewer than ten samples.
 */
export function slopeOf(samples: readonly Sample[]): Slope {
  const { length } = samples;
  if (length < 10) throw new Error(`Too few samples: ${length}`);
  const slopes = samples
    .flatMap((one, index) =>
      samples.slice(index + 1).map((other) => (other.bytes - one.bytes) / (other.cycle - one.cycle)),
    )
    .sort((one, other) => one - other);
  const spread = z * Math.sqrt((length * (length - 1) * (2 * length + 5)) / 18);
  const upper = Math.min(slopes.length - 1, Math.ceil((slopes.length + spread) / 2));
  return { perCycle: slopes[Math.floor(slopes.length / 2)] ?? Number.NaN, upperBound: slopes[upper] ?? Number.NaN };
}
