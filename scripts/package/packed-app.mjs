import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { runQuietly } from "../setup/run-quietly.mjs";

/** A wire of eight fuses, all off, behind the mark by which they are found: nothing else of the runtime is looked at. */
const fuses = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${"0".repeat(8)}`;

/**
 * Lends app.asar as electron-builder packs it of what is in out/.
 *
 * @template T
 * @param {(file: string) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPackedApp(use) {
  const folder = mkdtempSync(join(tmpdir(), "verifik-tray-package-"));
  try {
    const runtime = join(folder, "runtime");
    mkdirSync(join(runtime, "locales"), { recursive: true });
    writeFileSync(join(runtime, "locales", "en-US.pak"), "");
    writeFileSync(join(runtime, "electron"), fuses);
    const output = join(folder, "out");
    const { ok, output: said } = await runQuietly(
      process.execPath,
      [
        join(projectFolder, "node_modules", "electron-builder", "cli.js"),
        ...["--linux", "dir", "--publish", "never", `-c.electronDist=${runtime}`, `-c.directories.output=${output}`],
      ],
      { cwd: projectFolder },
    );
    if (!ok) throw new Error(`electron-builder failed:\n${said}`);
    return await use(join(output, "linux-unpacked", "resources", "app.asar"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
