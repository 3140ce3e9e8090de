import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { Canary, CanaryName } from "./canaries.ts";

/** Counts each canary in a process's writable memory (heap, stacks, buffers), as plain text and as UTF-16. */
export function countInMemory(pid: number, canaries: readonly Canary[]): Map<CanaryName, number> {
  const counts = new Map<CanaryName, number>();
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const [from, to] of writableRegions(pid)) {
      const region = Buffer.alloc(to - from);
      if (!readWhole(memory, region, from)) continue;
      for (const { name, value } of canaries) {
        const found = occurrences(region, Buffer.from(value)) + occurrences(region, Buffer.from(value, "utf16le"));
        counts.set(name, (counts.get(name) ?? 0) + found);
      }
    }
  } finally {
    closeSync(memory);
  }
  return counts;
}

/** V8 has only reserved the larger regions. */
const largestRegion = 256 * 1024 * 1024;

function writableRegions(pid: number): [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, "utf8")
    .split("\n")
    .filter((line) => / rw.. /.test(line))
    .map((line) => (line.split(" ")[0] ?? "").split("-").map((end) => Number.parseInt(end, 16)) as [number, number])
    .filter(([from, to]) => to - from <= largestRegion);
}

function readWhole(memory: number, region: Buffer, from: number): boolean {
  try {
    readSync(memory, region, 0, region.length, from);
    return true;
  } catch {
    // The region belongs to a device or is gone.
    return false;
  }
}

function occurrences(region: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = region.indexOf(wanted); at >= 0; at = region.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}
