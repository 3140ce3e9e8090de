import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { withPackedApp } from "../package/packed-app.mjs";
import { projectFolder } from "../project-folder.mjs";

/** Of app.asar as electron-builder packs it. */
export function asarBytes(): Promise<number> {
  return withPackedApp((file) => statSync(file).size);
}

/** Of the window's scripts and styles, each compressed by itself. */
export function rendererGzipBytes(): number {
  const folder = join(projectFolder, "out", "renderer");
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}
