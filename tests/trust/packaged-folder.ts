import { copyFileSync, linkSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { electronBinary } from "../desktop/electron-binary.ts";
import { projectFolder } from "../e2e/tray-app.ts";

/**
 * What the app takes for a release: a program of its own name, with the app in its resources and no other in sight. Electron
 * goes by the program's name. Answers the program.
 */
export function makePackagedFolder(folder: string): string {
  const binary = electronBinary();
  const resources = join(folder, "resources");
  mkdirSync(resources, { recursive: true });
  for (const name of readdirSync(dirname(binary))) {
    const path = join(dirname(binary), name);
    if (path !== binary && name !== "resources") symlinkSync(path, join(folder, name));
  }
  symlinkSync(projectFolder, join(resources, "app"));
  const program = join(folder, "verifik-tray");
  try {
    linkSync(binary, program);
  } catch {
    // Another file system.
    copyFileSync(binary, program);
  }
  return program;
}
