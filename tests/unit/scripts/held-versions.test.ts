import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../scripts/project-folder.mjs";

const read = (path: string) => JSON.parse(readFileSync(join(projectFolder, path), "utf8"));

interface Rule {
  readonly description: string;
  readonly matchDepNames?: readonly string[];
  readonly allowedVersions?: string;
}

function ruleFor(name: string): Rule {
  const rules: readonly Rule[] = read("renovate.json").packageRules;
  const found = rules.find(({ matchDepNames }) => matchDepNames?.includes(name));
  if (!found) throw new Error(`renovate.json has no rule for ${name}.`);
  return found;
}

describe("Electron's hold rule in renovate.json", () => {
  const { allowedVersions = "", description } = ruleFor("electron");
  const [, pattern = ""] = /^!\/(.*)\/$/.exec(allowedVersions) ?? [];
  const isHeld = (version: string) => new RegExp(pattern).test(version);

  test.each(["43.3.0", "43.4.0", "43.4.12", "44.0.0"])("holds %s, which breaks tray icons", (version) => {
    expect(isHeld(version)).toBe(true);
  });

  test.each(["43.2.1", "43.5.0", "44.0.1", "45.0.0", read("package.json").devDependencies.electron])(
    "allows %s",
    (version) => {
      expect(isHeld(version)).toBe(false);
    },
  );

  test("names the reasons and the desktops to look at before the next update", () => {
    for (const word of ["#52674", "#53138", "#53213", "GNOME", "Cinnamon", "Xfce", "Plasma"])
      expect(description).toContain(word);
  });
});

test.each([
  ["vitest", 5],
  ["@electron/asar", 4],
  ["@electron/fuses", 2],
])("%s stays below %i, for Node 20", (name, major) => {
  expect(ruleFor(name).allowedVersions).toBe(`<${major}`);
  expect(Number.parseInt(read("package.json").devDependencies[name], 10)).toBeLessThan(major);
});
