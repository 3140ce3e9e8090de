import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { onTestFinished } from "vitest";

const program = {
  writer: "writes numbered states until it is killed",
  visitor: "opens the store, stores something and prints the result",
  filler: "stores contents of many sizes where there is little room",
} as const;

type Program = keyof typeof program;

/** Bundles the product's store code into one file, because Node starts it a thousand times and a compiler would take too long. */
export async function buildProgram(name: Program): Promise<StoreProgram> {
  const outDir = temporaryFolder("verifik-tray-program-");
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    resolve: { alias: { electron: join(import.meta.dirname, "no-electron.ts") } },
    build: {
      ssr: join(import.meta.dirname, `${name}-program.ts`),
      outDir,
      rolldownOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  return new StoreProgram(join(outDir, "program.mjs"));
}

export class StoreProgram {
  constructor(private readonly file: string) {}

  /** Starts the program, by the command `before` if there is one. */
  start(args: readonly string[], before: readonly string[] = []): ChildProcess {
    const [command, ...rest] = [...before, process.execPath, this.file, ...args] as [string, ...string[]];
    return spawn(command, rest, { stdio: ["pipe", "pipe", "inherit"] });
  }

  /** The whole output of the program. A program that hangs is killed after `timeoutMs`. */
  async outcome(args: readonly string[], timeoutMs: number, before: readonly string[] = []): Promise<string> {
    const child = this.start(args, before);
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
    const deadline = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    await once(child, "close");
    clearTimeout(deadline);
    return said;
  }
}

/** A folder that is removed after the test. */
export function temporaryFolder(prefix = "verifik-tray-store-"): string {
  const path = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
