import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { createBuilder } from "vite";
import { describe, expect, it } from "vitest";

const projectFolder = join(import.meta.dirname, "../../..");

function bytesOf(...path: string[]): number {
  return readFileSync(join(projectFolder, "out", ...path)).length;
}

const rendererFolder = join(projectFolder, "out/renderer");

/** Each bound is the measured size plus a few per cent, so that growth is a decision. Runs after a build. */
describe("the budget", () => {
  it("limits the size of each bundle", () => {
    expect(bytesOf("main", "entry.mjs")).toBeLessThan(500);
    expect(bytesOf("main", "command.mjs")).toBeLessThan(36_000);
    expect(bytesOf("main", "index.cjs")).toBeLessThan(32_300);
    expect(bytesOf("main", "application.cjs")).toBeLessThan(148_000);
    expect(bytesOf("main", "electron-store.cjs")).toBeLessThan(215_000);
    expect(bytesOf("main", "parse-phone-number.cjs")).toBeLessThan(203_000);
    expect(bytesOf("main", "http-client.cjs")).toBeLessThan(27_500);
    expect(bytesOf("main", "linux-services.cjs")).toBeLessThan(142_000);
    expect(bytesOf("preload", "index.cjs")).toBeLessThan(1_000);
    const gzipped = readdirSync(rendererFolder).map(
      (name) => gzipSync(readFileSync(join(rendererFolder, name))).length,
    );
    expect(gzipped.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(90_000);
  });

  it("builds exactly the three files that app:// serves", () => {
    expect(readdirSync(rendererFolder).sort()).toEqual(["index.css", "index.html", "index.js"]);
  });

  it("loads the HTTP client, electron-store and the numbering plans when they are first used", () => {
    const read = (name: string) => readFileSync(join(projectFolder, "out/main", name), "utf8");
    expect(read("http-client.cjs")).toContain("HTTPError");
    expect(read("electron-store.cjs")).toContain("ajv");
    expect(read("parse-phone-number.cjs")).toContain("nonGeographic");
    for (const part of ["HTTPError", "ajv", "nonGeographic"]) expect(read("application.cjs")).not.toContain(part);
  });

  it("loads before the icon only what the icon needs", async () => {
    const builder = await createBuilder({
      configFile: join(projectFolder, "vite.config.ts"),
      logLevel: "error",
      build: { write: false },
    });
    const main = builder.environments.main;
    if (!main) throw new Error("vite.config.ts has no environment main");
    const built = await builder.build(main);
    if (!("output" in built)) throw new Error("The build gave no output.");
    const [entry, ...others] = built.output;
    expect(others).toEqual([]);

    const modules = entry.moduleIds.map((id) => relative(projectFolder, id));
    const own = modules.filter((name) => !name.startsWith("node_modules") && !name.includes("\0"));
    const packages = new Set(modules.flatMap((name) => /node_modules\/([^/]+)/.exec(name)?.[1] ?? []));
    expect([...packages]).toEqual(["valibot"]);
    expect(own).not.toContain("main/window/login-window.ts");
    expect(own).not.toContain("main/storage/preferences-store.ts");
    expect(own.length).toBeLessThanOrEqual(40);
    expect(entry.imports.filter((name) => name !== "electron" && !name.startsWith("node:"))).toEqual([]);
  });
});
