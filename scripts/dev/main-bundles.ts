import { copyFileSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createBuilder } from "vite";
import { projectFolder } from "../project-folder.mjs";

export const devFolder = join(projectFolder, "out", "dev");
/** An app for Electron beside the built one, so that no other command ever runs main with the dev server's origin. */
export const appFolder = join(devFolder, "app");

/** Puts there all that main reads but its bundles. */
export function writeAppFolder(): void {
  rmSync(appFolder, { recursive: true, force: true });
  mkdirSync(appFolder, { recursive: true });
  copyFileSync(join(projectFolder, "package.json"), join(appFolder, "package.json"));
  symlinkSync(join(projectFolder, "resources"), join(appFolder, "resources"), "junction");
}

/** Builds main and preload for a page that Vite serves at this origin. */
export async function buildMain(origin: string): Promise<void> {
  process.env.VERIFIK_TRAY_BUILD_FOLDER = join(appFolder, "out");
  const builder = await createBuilder({
    configFile: join(projectFolder, "vite.config.ts"),
    logLevel: "warn",
    define: { __DEV_ORIGIN__: JSON.stringify(origin) },
  });
  const { main, application, entry, command, preload } = builder.environments;
  for (const environment of [main, application, entry, command, preload]) {
    if (!environment) throw new Error("vite.config.ts lacks one of the bundles of main and preload.");
    await builder.build(environment);
  }
}
