import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export interface AppProcess {
  readonly pid: number;
  readonly args: readonly string[];
  /** Chromium's name for what it does; undefined: the main process. */
  readonly type: string | undefined;
}

/** The processes of that program, as far as they are this user's. */
export function processesOf(program: string): readonly AppProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // An upgrade replaces the file of a program that runs.
        if (readlinkSync(`/proc/${name}/exe`).replace(/ \(deleted\)$/, "") !== program) return [];
        const args = readFileSync(`/proc/${name}/cmdline`, "utf8").split(/[\0 ]/);
        const type = args.find((arg) => arg.startsWith("--type="))?.slice("--type=".length);
        return [{ pid: Number(name), args, type }];
      } catch {
        // It has ended meanwhile, or is another user's.
        return [];
      }
    });
}

/** A field of /proc/PID/status. */
export function statusOf(pid: number, field: string): string | undefined {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return new RegExp(`^${field}:\\s*(.*)$`, "m").exec(status)?.[1];
}

/** Whether the process lives in a user namespace of its own, where Chromium's sandbox puts what it does not trust. */
export function hasOwnUserNamespace(pid: number): boolean {
  return readlinkSync(`/proc/${pid}/ns/user`) !== readlinkSync("/proc/self/ns/user");
}
