import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Figure, readFigures, trustTable } from "../../../scripts/test/trust-table.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "figures-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("adds up the figures of one item, with failures in bold", () => {
  const figures: Figure[] = [
    { part: "losses", item: "kills", tries: 600, failures: 0 },
    { part: "losses", item: "kills", tries: 400, failures: 2, measured: "3 ms" },
    { part: "leaks", item: "hits", tries: 12_345, failures: 0 },
  ];
  const file = join(folder, "trust.jsonl");
  writeFileSync(file, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(""));
  expect(trustTable(readFigures(file)).split("\n")).toEqual([
    "| item                |  tries | failures | measured |",
    "|---------------------|-------:|---------:|----------|",
    "| **Nothing leaks**   |        |          |          |",
    "| hits                | 12,345 |        0 |          |",
    "| **Nothing is lost** |        |          |          |",
    "| kills               |  1,000 |    **2** | 3 ms     |",
  ]);
});

test("reads no figures where there is no file", () => {
  expect(readFigures(join(folder, "trust.jsonl"))).toEqual([]);
});
