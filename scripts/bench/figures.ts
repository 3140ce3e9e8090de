import type { Measurements } from "./measurements.ts";
import { pairDifferences, pairRatios, type Summary, summarize } from "./statistics.ts";

/** What a figure is compared with. */
type Baseline = "bare" | "bare + window";

export interface Figure {
  readonly title: string;
  readonly unit: "ms" | "MB" | "kB" | "";
  readonly app: Summary;
  readonly baseline: { readonly name: Baseline; readonly summary: Summary } | undefined;
  /** What the bound is for: app to baseline or app less baseline, round by round, or the app alone. */
  readonly compared: Summary & { readonly by: "ratio" | "difference" | "value" };
  /** Undefined for what is shown without a bound. */
  readonly atMost: number | undefined;
}

interface Compared {
  readonly title: string;
  readonly unit: Figure["unit"];
  readonly app: readonly number[];
  readonly baseline: readonly number[];
  readonly baselineName?: Baseline;
  readonly by: "ratio" | "difference";
  readonly atMost?: number;
}

export function figuresOf({ rounds, idle, asarBytes, rendererGzipBytes }: Measurements): Figure[] {
  const bare = rounds.map((round) => round.bare);
  const bareWindow = rounds.map((round) => round.bareWindow);
  const app = rounds.map((round) => round.app);
  const bareIconMs = bare.map(({ iconMs }) => iconMs);
  const bareIdleMb = bare.map((one) => one.idle.pssMb);
  const switches = ({ minutes }: (typeof idle)["bare"]) =>
    minutes.map(({ voluntary, involuntary }) => voluntary + involuntary);
  return [
    compared({
      title: "process start → icon on the bus",
      unit: "ms",
      app: app.map(({ iconMs }) => iconMs),
      baseline: bareIconMs,
      by: "ratio",
      atMost: 1.08,
    }),
    compared({
      title: "process start → menu on the bus tells the true token state (bare: icon)",
      unit: "ms",
      app: app.map(({ statusMs }) => statusMs),
      baseline: bareIconMs,
      by: "ratio",
      atMost: 1.35,
    }),
    compared({
      title: "CPU time to the icon, whole tree",
      unit: "ms",
      app: app.map(({ cpuToIconMs }) => cpuToIconMs),
      baseline: bare.map(({ cpuToIconMs }) => cpuToIconMs),
      by: "ratio",
      atMost: 1.1,
    }),
    compared({
      title: "idle memory, window never opened",
      unit: "MB",
      app: app.map((one) => one.idle.pssMb),
      baseline: bareIdleMb,
      by: "ratio",
      atMost: 1.05,
    }),
    compared({
      title: "idle memory 10 s after the window was opened and closed (bare: never opened)",
      unit: "MB",
      app: app.map(({ afterWindow }) => afterWindow.pssMb),
      baseline: bareIdleMb,
      by: "ratio",
      atMost: 1.12,
    }),
    compared({
      title: "processes when idle",
      unit: "",
      app: app.map((one) => one.idle.processes),
      baseline: bare.map((one) => one.idle.processes),
      by: "difference",
      atMost: 0,
    }),
    compared({
      title: "CPU time while idle, a minute",
      unit: "ms",
      app: idle.app.minutes.map(({ cpuMs }) => cpuMs),
      baseline: idle.bare.minutes.map(({ cpuMs }) => cpuMs),
      by: "difference",
      atMost: 10,
    }),
    compared({
      title: "context switches while idle, a minute",
      unit: "",
      app: switches(idle.app),
      baseline: switches(idle.bare),
      by: "difference",
    }),
    compared({
      title: "menu click → text readable by another process",
      unit: "ms",
      app: app.map(({ copyMs }) => copyMs),
      baseline: bareWindow.map(({ copyMs }) => copyMs),
      baselineName: "bare + window",
      by: "difference",
      atMost: 20,
    }),
    compared({
      title: "menu click → window painted and focused",
      unit: "ms",
      app: app.map(({ openMs }) => openMs),
      baseline: bareWindow.map(({ openMs }) => openMs),
      baselineName: "bare + window",
      by: "ratio",
      atMost: 1.25,
    }),
    size("app.asar", asarBytes, 800),
    size("window's script and style, gzip", rendererGzipBytes, 90),
  ];
}

export function isWithinBound({ compared: { median }, atMost }: Figure): boolean {
  return atMost === undefined || median <= atMost;
}

function compared({ title, unit, app, baseline, baselineName = "bare", by, atMost }: Compared): Figure {
  const values = by === "ratio" ? pairRatios(app, baseline) : pairDifferences(app, baseline);
  return {
    title,
    unit,
    app: summarize(app),
    baseline: { name: baselineName, summary: summarize(baseline) },
    compared: { ...summarize(values), by },
    atMost,
  };
}

function size(title: string, bytes: number, atMostKb: number): Figure {
  const summary = summarize([bytes / 1000]);
  return {
    title,
    unit: "kB",
    app: summary,
    baseline: undefined,
    compared: { ...summary, by: "value" },
    atMost: atMostKb,
  };
}
