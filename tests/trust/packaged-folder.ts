import { spawnSync } from "node:child_process";
import { copyFileSync, linkSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { projectFolder } from "../../desktop-lab/app/tray-app.ts";

/**
 * A folder that the app takes for its package: a program with its own name and the app in its resources. Electron
 * checks the program's name. Tests use it because a release accepts no debugger. Returns the program's path.
 */
export function makePackagedFolder(folder: string): string {
  const binary = electronBinary();
  const resources = join(folder, "resources");
  mkdirSync(resources, { recursive: true });
  for (const name of readdirSync(dirname(binary))) {
    const path = join(dirname(binary), name);
    if (path !== binary && name !== "resources") symlinkSync(path, join(folder, name));
  }
  const app = join(resources, "app");
  mkdirSync(app);
  for (const name of ["package.json", "resources"]) symlinkSync(join(projectFolder, name), join(app, name));
  buildForTests(join(app, "out"));
  const program = join(folder, "verifik-tray");
  try {
    linkSync(binary, program);
  } catch {
    // The folder is on another file system.
    copyFileSync(binary, program);
  }
  return program;
}

function buildForTests(folder: string): void {
  const vite = join(projectFolder, "node_modules", "vite", "bin", "vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--app", "--logLevel=warn"], {
    cwd: projectFolder,
    env: { ...process.env, VERIFIK_TRAY_TEST_BUILD: "1", VERIFIK_TRAY_BUILD_FOLDER: folder },
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the build failed");
}
