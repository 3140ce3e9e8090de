import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { createBuilder } from "vite";
import { describe, expect, it } from "vitest";

const projectFolder = join(import.meta.dirname, "../../..");

function bytesOf(...path: string[]): number {
  return readFileSync(join(projectFolder, "out", ...path)).length;
}

/** Bounds a little above what is there: growing past one is a decision, not an accident. Run after a build. */
describe("the budget", () => {
  it("keeps each bundle small", () => {
    expect(bytesOf("main", "index.cjs")).toBeLessThan(26_500);
    // Half of them would be for what no line here reaches: scripts/lighter-bundles.ts.
    expect(bytesOf("main", "application.cjs")).toBeLessThan(255_000);
    expect(bytesOf("main", "http-client.cjs")).toBeLessThan(26_500);
    expect(bytesOf("main", "linux-services.cjs")).toBeLessThan(55_000);
    expect(bytesOf("preload", "index.cjs")).toBeLessThan(1_300);
    const window = readdirSync(join(projectFolder, "out/renderer"));
    const gzipped = window.map((name) => gzipSync(readFileSync(join(projectFolder, "out/renderer", name))).length);
    expect(gzipped.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(70_000);
  });

  it.each([
    "main/index.cjs",
    "main/application.cjs",
    "main/http-client.cjs",
    "main/linux-services.cjs",
    "renderer/index.html",
  ])("keeps %s in one byte a character", (path) => {
    const text = readFileSync(join(projectFolder, "out", path), "utf8");
    expect(text).not.toMatch(/[\u0080-\uffff]/);
  });

  it("has main's policy name the script and the style of the page that was built with it", () => {
    const page = readFileSync(join(projectFolder, "out/renderer/index.html"), "utf8");
    const application = readFileSync(join(projectFolder, "out/main/application.cjs"), "utf8");
    for (const part of [/<script type="module">([\s\S]*?)<\/script>/, /<style>([\s\S]*?)<\/style>/]) {
      const text = part.exec(page)?.[1] ?? "";
      expect(text.length).toBeGreaterThan(1_000);
      expect(application).toContain(`sha256-${createHash("sha256").update(text).digest("base64")}`);
    }
  });

  it("keeps the HTTP client out of what is loaded at the start", () => {
    const read = (name: string) => readFileSync(join(projectFolder, "out/main", name), "utf8");
    expect(read("http-client.cjs")).toContain("HTTPError");
    expect(read("application.cjs")).not.toContain("HTTPError");
    expect(read("http-client.cjs")).not.toContain("./application");
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
    expect(own).not.toContain("main/storage/json-store.ts");
    expect(own.length).toBeLessThanOrEqual(33);
    expect(entry.imports.filter((name) => name !== "electron" && !name.startsWith("node:"))).toEqual([]);
  });
});
