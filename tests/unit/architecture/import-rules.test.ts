import { posix } from "node:path";
import { expect, test } from "vitest";
import rules from "../../../biome.imports.json" with { type: "json" };
import { sourcesIn } from "./source-imports.ts";

/** The rules of biome.imports.json in their order, with the paths of the project that each allows. */
const ordered = rules.overrides.map(({ includes, linter }) => {
  const group = linter.rules.style.noRestrictedImports.options.patterns.flatMap((pattern) => pattern.group);
  const folder = posix.dirname(includes[0] ?? "");
  const allowed = group.filter((pattern) => /^!\.{1,2}\//.test(pattern)).map((pattern) => pattern.slice(1));
  return { includes, group, allowed: allowed.map((pattern) => posix.join(folder, pattern)) };
});

test("the order of biome.imports.json has no circle: no rule allows a folder further down", () => {
  for (const [index, { includes, allowed }] of ordered.entries()) {
    const below = ordered.slice(index + 1).flatMap((rule) => rule.includes);
    const wrong = below.filter((path) => allowed.some((glob) => covers(glob, path)));
    // A folder's own subfolder may have a rule of its own.
    const own = includes.map((glob) => glob.replace("**", ""));
    expect(
      wrong.filter((path) => !own.some((folder) => path.startsWith(folder))),
      `allowed for ${includes}`,
    ).toEqual([]);
  }
});

test("each rule of biome.imports.json begins by forbidding everything; for scripts and tests, every other folder", () => {
  const first = ({ includes }: { includes: readonly string[] }) =>
    includes.every((path) => /^(scripts|tests)\//.test(path)) ? "../**" : "**";
  expect(ordered.filter((rule) => rule.group[0] !== first(rule))).toEqual([]);
});

test("each source folder has a rule in biome.imports.json", () => {
  const folders = ["domain", "preload", "texts", "renderer", "main", "sandbox", "desktop-lab", "scripts", "tests"];
  const sources = folders
    .flatMap(sourcesIn)
    .filter((path) => !/^(main|renderer|desktop-lab|scripts)\/[^/]+$/.test(path));
  expect(sources.length).toBeGreaterThan(200);
  expect(
    sources.filter((path) => !ordered.some(({ includes }) => includes.some((glob) => covers(glob, path)))),
  ).toEqual([]);
});

function covers(glob: string, path: string): boolean {
  return glob === path || (glob.endsWith("/**") && path.startsWith(glob.slice(0, -2)));
}
