import { processTree, readIfThere } from "../../../desktop-lab/process/process-tree.ts";

export interface Memory {
  /** What is shared counts by its share. */
  readonly pssMb: number;
  readonly processes: number;
}

/** Of the process and all that came from it. */
export function treeMemory(root: number): Memory {
  const sizes = processTree(root).flatMap((pid) => {
    const rollup = readIfThere(`/proc/${pid}/smaps_rollup`);
    // A process that has ended and not been waited for has no memory, and is none that counts.
    const kilobytes = rollup && /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
    return kilobytes ? [Number(kilobytes)] : [];
  });
  return { pssMb: sizes.reduce((sum, size) => sum + size, 0) / 1024, processes: sizes.length };
}
