import type { Page } from "@playwright/test";
import type { Haystack } from "./scan.ts";

/** Every string on the heap of the page's process, after two garbage collections. */
export async function heapStrings(page: Page, place: string): Promise<Haystack> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  try {
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  } finally {
    await session.detach();
  }
  // The rest of a snapshot is numbers, such as sizes and counts, in which any six digits can occur.
  const { strings } = JSON.parse(chunks.join("")) as { strings: string[] };
  return { place, content: strings.join("\n") };
}
