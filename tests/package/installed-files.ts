import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { expect } from "@playwright/test";
import { output } from "./commands.ts";
import { installedFolder, program } from "./installed-app.ts";

export const asar = join(installedFolder, "resources", "app.asar");
export const link = "/usr/bin/verifik-tray";

/** The command's link, Chromium's helper, the licences, the bill of materials and the languages. */
export function expectInPlace(): void {
  expect(readlinkSync(link)).toBe(program);
  const helper = statSync(join(installedFolder, "chrome-sandbox"));
  expect([helper.uid, helper.mode & 0o7777]).toEqual([0, 0o4755]);
  // By it the app knows that its updates are the package manager's business.
  expect(readFileSync(join(installedFolder, "resources/package-type"), "utf8")).toBe("deb");
  for (const name of ["LICENSE.electron.txt", "LICENSES.chromium.html", "resources/THIRD-PARTY-NOTICES.md"]) {
    expect(statSync(join(installedFolder, name)).size).toBeGreaterThan(1000);
  }
  const bill = JSON.parse(readFileSync(join(installedFolder, "resources/bill-of-materials.cdx.json"), "utf8"));
  const names = bill.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["electron", "chromium", "node", "ky", "preact"]));
  expect(names).not.toContain("vite");
  expect(readdirSync(join(installedFolder, "locales")).sort()).toEqual([
    "en-GB.pak",
    "en-US.pak",
    "es-419.pak",
    "es.pak",
  ]);
}

/** The app's archive has bundles and pictures only. */
export function expectOnlyBuiltFiles(): void {
  const files = listPackage(asar, { isPack: false }).filter((path) => /\.\w+$/.test(path));
  const foreign = files.filter(
    (path) =>
      !/^\/(package\.json|out\/(main|preload)\/[\w-]+\.[cm]js|out\/renderer\/index\.(html|js|css)|resources\/(icon-256|tray\/[\w-]+)\.png)$/.test(
        path,
      ),
  );
  expect(foreign).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
}

/** Bash, fish and zsh complete the command as installed. `env` has a home, for fish. */
export function expectCompletions(env: Readonly<Record<string, string>>): void {
  const completed = `source /usr/share/bash-completion/completions/verifik-tray; COMP_WORDS=(verifik-tray st); COMP_CWORD=1; _verifik_tray; echo "\${COMPREPLY[*]}"`;
  expect(output("bash", "-c", completed)).toBe("status\n");
  const fish = spawnSync("fish", ["-c", "complete -C 'verifik-tray st'"], { env, encoding: "utf8" });
  expect(fish.stdout).toMatch(/^status\t/);
  // Zsh completes on a terminal only. The last line waits until it has.
  const typed = `zmodload zsh/zpty; zpty z zsh -f -i
    zpty -w z "autoload -Uz compinit; compinit -u -D"
    zpty -w -n z $'verifik-tray st\\t'
    zpty -r z shown '*verifik-tray status*'`;
  expect(spawnSync("zsh", ["-f", "-c", typed], { timeout: 10_000 }).status).toBe(0);
}
