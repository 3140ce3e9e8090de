import { expect, test } from "vitest";
import { importsOf, sourcesIn } from "./source-imports.ts";

const topFolders = ["domain", "preload", "texts", "renderer", "main", "sandbox", "desktop-lab", "scripts", "tests"];

/** A folder as CONTRIBUTING names it: "main/tray", "tests/e2e"; "texts" and "sandbox" count as one. A file directly in one is its own node. */
function nodeOf(path: string): string {
  const [top = "", second, ...rest] = path.split("/");
  if (["preload", "texts", "sandbox"].includes(top)) return top;
  return rest.length === 0 ? path : `${top}/${second}`;
}

test("no folder imports itself by way of other folders, scripts and tests included", () => {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of topFolders.flatMap(sourcesIn).flatMap(importsOf)) {
    if (!topFolders.some((folder) => to.startsWith(`${folder}/`)) || nodeOf(from) === nodeOf(to)) continue;
    graph.set(nodeOf(from), (graph.get(nodeOf(from)) ?? new Set()).add(nodeOf(to)));
  }
  expect(graph.size).toBeGreaterThan(50);
  const finished = new Set<string>();
  const visit = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) expect.fail([...way.slice(way.indexOf(node)), node].join(" → "));
    if (finished.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
    finished.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
});
