import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { withPackedApp } from "../package/packed-app.mjs";
import { projectFolder } from "../project-folder.mjs";

/** Of app.asar as electron-builder packs it. */
export function asarBytes(): Promise<number> {
  return withPackedApp((file) => statSync(file).size);
}

/** Of the window's page, which has its script and style in it, compressed. */
export function rendererGzipBytes(): number {
  return gzipSync(readFileSync(join(projectFolder, "out", "renderer", "index.html"))).length;
}
