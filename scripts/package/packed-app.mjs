import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { runQuietly } from "../setup/run-quietly.mjs";

/** The parts of a runtime that electron-builder reads: its versions, and eight fuses, all off, after their marker. */
const runtimeInShort = `#!/bin/sh
echo '{ "electron": "45.0.0", "chrome": "150.0.0.0", "node": "24.0.0" }'
exit
dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${"0".repeat(8)}`;

/**
 * Runs electron-builder as a person does, around a stand-in for Electron that spares copying 260 MB, and lends the result.
 *
 * @template T
 * @param {(asar: string) => T | Promise<T>} use app.asar's path; what was packed beside it is in the same folder
 * @param {readonly string[]} [targets] electron-builder's
 * @returns {Promise<T>}
 */
export async function withPackedApp(use, targets = ["dir"]) {
  const folder = mkdtempSync(join(tmpdir(), "verifik-tray-package-"));
  try {
    const runtime = join(folder, "runtime");
    mkdirSync(join(runtime, "locales"), { recursive: true });
    writeFileSync(join(runtime, "locales", "en-US.pak"), "");
    writeFileSync(join(runtime, "version"), "45.0.0");
    writeFileSync(join(runtime, "electron"), runtimeInShort, { mode: 0o755 });
    const output = join(folder, "out");
    const { ok, output: said } = await runQuietly(
      process.execPath,
      [
        join(projectFolder, "node_modules", "electron-builder", "cli.js"),
        ...["--linux", ...targets, "--publish", "never"],
        ...[`-c.electronDist=${runtime}`, `-c.directories.output=${output}`],
      ],
      { cwd: projectFolder },
    );
    if (!ok) throw new Error(`electron-builder failed:\n${said}`);
    return await use(join(output, "linux-unpacked", "resources", "app.asar"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
