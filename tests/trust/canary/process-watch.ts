import { readdirSync, readFileSync } from "node:fs";
import type { Haystack } from "./scan.ts";

const everyMs = 20;

/** A process and its descendants now. */
export function processTree(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(processTree)];
  } catch {
    // The process has ended meanwhile.
    return [];
  }
}

/** Reads the arguments and environments of a process and its descendants again and again, because other programs can read them too. */
export class ProcessWatch {
  readonly #seen = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  readonly #root: number;
  #looks = 0;

  constructor(root: number) {
    this.#root = root;
    this.#timer = setInterval(() => this.#look(), everyMs);
    this.#look();
  }

  get looks(): number {
    return this.#looks;
  }

  stop(): Haystack[] {
    clearInterval(this.#timer);
    return [...this.#seen].map(([content, place]) => ({ place, content }));
  }

  #look(): void {
    this.#looks += 1;
    for (const pid of processTree(this.#root)) {
      for (const what of ["cmdline", "environ"]) this.#read(pid, what);
    }
  }

  #read(pid: number, what: string): void {
    try {
      const content = readFileSync(`/proc/${pid}/${what}`, "latin1");
      if (!this.#seen.has(content)) this.#seen.set(content, `${what} of process ${pid}`);
    } catch {
      // The process has ended, or Chromium forbids reading it.
    }
  }
}
