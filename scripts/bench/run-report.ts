import { describeMachine } from "../last-run.mjs";

/** What has to be known of a run to read its table. */
export interface RunReport {
  readonly command: string;
  readonly date: string;
  readonly electron: string;
  readonly machine: string;
  readonly rounds: number;
  readonly disturbances: readonly string[];
}

export function describeRun(command: string, rounds: number, disturbances: readonly string[]): RunReport {
  return {
    command,
    date: new Date().toISOString().slice(0, 10),
    electron: process.env.VERIFIK_TRAY_ELECTRON_VERSION ?? "unknown",
    machine: describeMachine(),
    rounds,
    disturbances,
  };
}

export function reportLines({ command, date, electron, machine, rounds, disturbances }: RunReport): string[] {
  const quiet = disturbances.length === 0 ? "The machine was quiet." : `NOT QUIET at ${disturbances.join("; ")}.`;
  return [`\`${command}\`, ${date}, Electron ${electron}, rounds: ${rounds}.`, `${machine}. ${quiet}`];
}
