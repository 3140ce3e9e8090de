import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readFigures, trustTable } from "../../../scripts/test/trust-table.mjs";
import { recordFigure } from "../../trust/figures.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "figures-"));
  vi.stubEnv("VERIFIK_TRAY_TRUST_FIGURES", join(folder, "trust.jsonl"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("what tests record of one item is summed in the table, failures in bold", () => {
  recordFigure({ part: "losses", item: "kills", tries: 600, failures: 0 });
  recordFigure({ part: "losses", item: "kills", tries: 400, failures: 2, measured: "3 ms" });
  recordFigure({ part: "leaks", item: "hits", tries: 12_345, failures: 0 });
  expect(readFileSync(join(folder, "trust.jsonl"), "utf8").split("\n")).toHaveLength(4);
  expect(trustTable(readFigures(join(folder, "trust.jsonl"))).split("\n")).toEqual([
    "| item                |  tries | failures | measured |",
    "|---------------------|-------:|---------:|----------|",
    "| **Nothing leaks**   |        |          |          |",
    "| hits                | 12,345 |        0 |          |",
    "| **Nothing is lost** |        |          |          |",
    "| kills               |  1,000 |    **2** | 3 ms     |",
  ]);
});

test("no file, no figures", () => {
  expect(readFigures(join(folder, "trust.jsonl"))).toEqual([]);
});
