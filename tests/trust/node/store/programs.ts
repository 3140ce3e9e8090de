import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { onTestFinished } from "vitest";

const program = {
  writer: "writes numbered states until it is killed",
  visitor: "opens the store, stores something and says what it found",
  filler: "stores contents of many sizes where there is little room",
  login: "takes one token, when it is told to",
} as const;

type Program = keyof typeof program;

/** The product's own store code, in one file that Node starts without a compiler: there are a thousand starts. */
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

  /** Starts it, perhaps by a command that is put before it. */
  start(args: readonly string[], before: readonly string[] = []): ChildProcess {
    const [command, ...rest] = [...before, process.execPath, this.file, ...args] as [string, ...string[]];
    return spawn(command, rest, { stdio: ["pipe", "pipe", "inherit"] });
  }

  /** What it has said until it ended. It is ended after this time, because it hangs. */
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

/** Is removed when the test is over. */
export function temporaryFolder(prefix = "verifik-tray-store-"): string {
  const path = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
