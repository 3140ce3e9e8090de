import { readFileSync } from "node:fs";
import { join } from "node:path";

/** How this program was installed, because that decides who updates it. */
type Installation = "sources" | "package-manager" | "download";

/**
 * Reads `package-type` ("deb", "rpm", "pacman"), which electron-builder puts into the resources of the packages for a system's
 * package manager only.
 */
export function readInstallation(isPackaged: boolean, resourcesFolder: string): Installation {
  if (!isPackaged) return "sources";
  try {
    return readFileSync(join(resourcesFolder, "package-type"), "utf8").trim() === "" ? "download" : "package-manager";
  } catch {
    return "download";
  }
}

/** If you installed the deb or rpm, your package manager handles updates. If you run the sources, you update them yourself. */
export function checksByDefault(installation: Installation): boolean {
  return installation === "download";
}
