import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectFolder } from "../../../scripts/project-folder.mjs";
import { runQuietly } from "../../../scripts/setup/run-quietly.mjs";

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

test.each([
  ["win", "win32"],
  ["mac", "darwin"],
])("a package for %s lacks its runtime and nothing else", { timeout: 300_000 }, async (system, platform) => {
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
});
