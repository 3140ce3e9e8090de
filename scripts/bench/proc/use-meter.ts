import { processTree } from "../../../desktop-lab/process/process-tree.ts";
import { type Switches, switchesOf, threadsOf } from "./threads.ts";

export interface Use extends Switches {
  readonly cpuMs: number;
}

const none: Use = { cpuMs: 0, voluntary: 0, involuntary: 0 };

/**
 * Adds up what a process tree uses, by process. To be sampled often, as what a thread did between the last sample and its end
 * is lost; the sampling costs the tree nothing.
 */
export class UseMeter {
  readonly #root: number;
  readonly #last = new Map<string, Use>();
  readonly #used = new Map<number, Use>();

  constructor(root: number) {
    this.#root = root;
    this.sample();
    this.#used.clear();
  }

  /** Since the meter was made, of each process that used any. */
  get byProcess(): ReadonlyMap<number, Use> {
    return this.#used;
  }

  /** Since the meter was made, as of the last sample. */
  get total(): Use {
    return [...this.#used.values()].reduce(add, none);
  }

  sample(): void {
    const pids = processTree(this.#root);
    if (threadsOf(this.#root).length === 0) throw new Error("What is measured has ended.");
    for (const pid of pids) {
      for (const { tid, cpuMs } of threadsOf(pid)) {
        const key = `${pid}/${tid}`;
        const last = this.#last.get(key) ?? none;
        const use = { ...(switchesOf(pid, tid) ?? last), cpuMs };
        this.#used.set(pid, add(this.#used.get(pid) ?? none, subtract(use, last)));
        this.#last.set(key, use);
      }
    }
  }
}

export function subtract(use: Use, earlier: Use): Use {
  return {
    cpuMs: use.cpuMs - earlier.cpuMs,
    voluntary: use.voluntary - earlier.voluntary,
    involuntary: use.involuntary - earlier.involuntary,
  };
}

function add(one: Use, other: Use): Use {
  return {
    cpuMs: one.cpuMs + other.cpuMs,
    voluntary: one.voluntary + other.voluntary,
    involuntary: one.involuntary + other.involuntary,
  };
}
