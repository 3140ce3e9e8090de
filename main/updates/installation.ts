import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where this program is from, as far as it matters for who brings new versions. */
export type Installation = "sources" | "package-manager" | "download";

/**
 * electron-builder writes `package-type` ("deb", "rpm", "pacman") beside the application into what a system's package
 * manager installs, and into nothing else.
 */
export function readInstallation(isPackaged: boolean, resourcesFolder: string): Installation {
  if (!isPackaged) return "sources";
  try {
    return readFileSync(join(resourcesFolder, "package-type"), "utf8").trim() === "" ? "download" : "package-manager";
  } catch {
    return "download";
  }
}

/** A package manager brings new versions by itself, and who starts from the sources has them; nobody else is told. */
export function looksByDefault(installation: Installation): boolean {
  return installation === "download";
}
