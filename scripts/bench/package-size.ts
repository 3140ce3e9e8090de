import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { projectFolder } from "../project-folder.mjs";

/** Of app.asar as electron-builder packs it; beside a runtime that is an empty file, since only the archive is looked at. */
export async function asarBytes(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "verifik-tray-package-"));
  try {
    writeFileSync(join(folder, "electron"), "");
    const builder = join(projectFolder, "node_modules", "electron-builder", "cli.js");
    const config = [`-c.electronDist=${folder}`, `-c.directories.output=${join(folder, "out")}`];
    await promisify(execFile)(process.execPath, [builder, "--linux", "dir", "--publish", "never", ...config], {
      cwd: projectFolder,
    });
    return statSync(join(folder, "out", "linux-unpacked", "resources", "app.asar")).size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the window's scripts and styles, each compressed by itself. */
export function rendererGzipBytes(): number {
  const folder = join(projectFolder, "out", "renderer");
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}
