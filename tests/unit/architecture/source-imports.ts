import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const project = join(import.meta.dirname, "../../..");

export interface Import {
  /** The importing file, from the project's folder. */
  readonly from: string;
  /** A file from the project's folder, or a package as it is written. */
  readonly to: string;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}

/** The sources in a folder and its subfolders, as paths from the project's folder. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .map((path) => posix.join(folder, path))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path));
}

export function readSource(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

// The formatter writes each of these forms in one way only.
const importForms = [
  /^(?:import|export) (?<type>type )?(?:\{[^}]*\}|[\w*][^"]*?) from "(?<to>[^"]+)"/gm,
  /^import (?<type>)"(?<to>[^"]+)"/gm,
  // In the comment of a script it is a type.
  /^(?<type> *\/?\*.*)?.*?\b(?:import|require)\("(?<to>[^"]+)"\)/gm,
];

export function importsOf(path: string): Import[] {
  return importsIn(readSource(path), path);
}

export function importsIn(source: string, path: string): Import[] {
  return importForms
    .flatMap((form) => [...source.matchAll(form)])
    .map(({ groups = {} }) => {
      const { to = "", type } = groups;
      const target = to.startsWith(".") ? posix.join(posix.dirname(path), to) : to;
      return { from: path, to: target, typeOnly: Boolean(type) };
    });
}
