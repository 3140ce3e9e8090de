import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The Debian packages of the libraries that these files are linked with, but for those that stand beside them. */
export async function linkedPackages(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const paths = files.map((file) => join(folder, file));
  const { stdout: headers } = await run("objdump", ["-p", ...paths]);
  const { stdout: cache } = await run("/sbin/ldconfig", ["-p"]);
  const names = new Set([...headers.matchAll(/^\s*NEEDED\s+(\S+)$/gm)].map((match) => String(match[1])));
  const packages = new Set<string>();
  for (const name of names) {
    if (files.includes(name)) continue;
    const path = cache.match(new RegExp(`^\\t${name.replace(/[.+]/g, "\\$&")} .*x86-64.* => (.*)$`, "m"))?.[1];
    if (path === undefined) throw new Error(`${name} is not installed.`);
    packages.add(await packageOf(path));
  }
  return packages;
}

async function packageOf(path: string): Promise<string> {
  // Debian has moved /lib into /usr/lib, and dpkg may know a file by either.
  const real = realpathSync(path);
  for (const candidate of [real, real.replace(/^\/usr/, "")]) {
    const found = await run("dpkg-query", ["--search", candidate]).catch(() => undefined);
    const name = found && /^([^:,]+)/.exec(found.stdout)?.[1];
    if (name) return name;
  }
  throw new Error(`${path} is of no package.`);
}
