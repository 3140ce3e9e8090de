import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withPackedApp } from "../../../scripts/package/packed-app.mjs";
import { projectFolder } from "../../../scripts/project-folder.mjs";
import { runQuietly } from "../../../scripts/setup/run-quietly.mjs";

// All in one file: each run of electron-builder builds its bundles in the same folder, out/package.

// Growing past it is a decision, not an accident.
const mostBytes = 1_100_000;

/** Each takes half a minute, because electron-builder asks three times for the runtime: only in `npm run test:all`. */
const systems = process.env.VERIFIK_TRAY_TEST_ALL
  ? [
      ["win", "win32"],
      ["mac", "darwin"],
    ]
  : [];

describe("npx electron-builder", { timeout: 120_000 }, () => {
  test("packs a small test build around a runtime from electronDist, without node_modules, with notices and bill of materials", async () => {
    const { bytes, files, version, application, code, notices, bill } = await withPackedApp((asar) => ({
      bytes: statSync(asar).size,
      files: listPackage(asar, { isPack: false }).filter((path) => /\.\w+$|LICENSE$/.test(path)),
      version: JSON.parse(extractFile(asar, "package.json").toString()).version,
      application: extractFile(asar, "out/main/application.cjs").toString(),
      code: listPackage(asar, { isPack: false })
        .filter((path) => /\.(cjs|mjs|js|css|html)$/.test(path))
        .map((path) => extractFile(asar, path.slice(1)).toString())
        .join("\n"),
      notices: readFileSync(join(dirname(asar), "THIRD-PARTY-NOTICES.md"), "utf8"),
      bill: JSON.parse(readFileSync(join(dirname(asar), "bill-of-materials.cdx.json"), "utf8")),
    }));
    const own = /^\/(LICENSE|package\.json|out\/(main|preload|renderer)\/[\w-]+\.(cjs|mjs|js|css|html))$/;
    const picture = /^\/resources\/(icon-256|tray\/(absent|valid|expires-soon|expired)(-dark-panel)?)\.png$/;
    expect(files.filter((path) => !own.test(path) && !picture.test(path))).toEqual([]);
    expect(files).toContain("/out/main/entry.mjs");
    expect(files).toContain("/out/main/index.cjs");
    expect(bytes).toBeLessThanOrEqual(mostBytes);

    expect(version).toMatch(/^\d+\.\d+\.\d+-test\.electron45$/);
    expect(bill.metadata.component.version).toBe(version);
    expect(application).toContain("isTestBuild:!0");

    // Of `npm run dev`: its origin, its page's policy and its websocket (scripts/dev/).
    expect(code).toContain("app://verifik-tray");
    expect(code).not.toMatch(/__DEV_ORIGIN__|:5173|unsafe-inline|connect-src|@vite\/client|vite-hmr|new WebSocket/);

    const shipped = ["@jellybrick/dbus-next", "electron-store", "ky", "libphonenumber-js", "preact", "valibot"];
    const components = bill.components.map(({ name }: { name: string }) => name);
    expect(components).toEqual(expect.arrayContaining([...shipped, "electron", "chromium", "node"]));
    for (const name of shipped) expect(notices).toContain(`\n## ${name} `);
    expect(components).not.toContain("vite");
    expect(notices).not.toContain("\n## vite ");
  });

  test("refuses to make packages, which would carry no mark", async () => {
    const packed = withPackedApp(() => {}, ["dir", "deb", "tar.gz"]);
    await expect(packed).rejects.toThrow("Refused: deb, tar.gz.");
  });

  const asked: string[] = [];
  // A release host that has nothing.
  const host = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(404).end();
  });
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "verifik-tray-other-systems-"));
    host.listen(0, "127.0.0.1");
    await once(host, "listening");
  });

  afterAll(() => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(systems)(
    "lacks only the runtime of another system: %s",
    { timeout: 300_000 },
    async (system = "", platform = "") => {
      const mirror = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
      const builder = join(projectFolder, "node_modules", "electron-builder", "cli.js");
      const output = `-c.directories.output=${join(folder, system)}`;
      // Under vitest electron-builder would say less.
      const { VITEST: _, ...env } = process.env;
      const { ok, output: said } = await runQuietly(
        process.execPath,
        [builder, `--${system}`, "dir", "--x64", "--publish", "never", output],
        {
          cwd: projectFolder,
          env: { ...env, ELECTRON_MIRROR: mirror, electron_config_cache: join(folder, "cache") },
        },
      );
      expect(ok).toBe(false);
      const errors = said.split("\n").filter((line) => line.includes("⨯"));
      expect(errors).toEqual([expect.stringMatching(/Response code 404.*\/electron-v[\d.]+-\w+-x64\.zip/)]);
      expect(asked.some((url) => url.includes(`-${platform}-x64.zip`))).toBe(true);
    },
  );
});
