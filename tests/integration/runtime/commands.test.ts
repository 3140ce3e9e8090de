import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let cache: string;
/** Where a fallback would be; an empty file will do, nothing here starts it. */
let fallbackFolder: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "runtime-commands-"));
  fallbackFolder = join(cache, "verifik-tray", "electron-33.2.1");
  mkdirSync(fallbackFolder, { recursive: true });
  writeFileSync(join(fallbackFolder, "electron"), "");
});
afterEach(() => rmSync(cache, { recursive: true }));

function run(script: string, env: NodeJS.ProcessEnv) {
  const file = fileURLToPath(new URL(`../../../scripts/${script}`, import.meta.url));
  return spawnSync(process.execPath, [file], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache, ...env },
  });
}

describe.runIf(process.platform === "linux")("on Linux", () => {
  test("electron:path prints the binary alone, and which it is and why beside it", () => {
    const { status, stdout, stderr } = run("electron-path.mjs", { ELECTRON_OVERRIDE_DIST_PATH: fallbackFolder });
    expect(stdout).toBe(`${join(fallbackFolder, "electron")}\n`);
    expect(stderr).toBe("Electron of unknown version (the one that is set): ELECTRON_OVERRIDE_DIST_PATH says so.\n");
    expect(status).toBe(0);
  });

  test("electron:path without a binary prints none", () => {
    const { status, stdout, stderr } = run("electron-path.mjs", { ELECTRON_OVERRIDE_DIST_PATH: cache });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("Correct or unset it.");
  });

  test("npm start without a display points to the demo", () => {
    const { status, stderr } = run("start.mjs", {});
    expect(status).toBe(1);
    expect(stderr).toMatch(/neither DISPLAY nor WAYLAND_DISPLAY is set.*npm run demo\n$/s);
  });

  test("npm start refuses the fallback before it builds, and points to the demo", () => {
    const { status, stderr } = run("start.mjs", { DISPLAY: ":0", ELECTRON_OVERRIDE_DIST_PATH: fallbackFolder });
    expect(status).toBe(1);
    expect(stderr).toMatch(/may serve the demo and tests only.*npm run demo\n$/s);
  });
});
