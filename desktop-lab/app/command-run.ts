import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { electronBinary } from "./electron-binary.ts";
import { launchArguments } from "./tray-app.ts";

/** How a command ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  /** Without Chromium's own lines, such as the one about a missing system bus. */
  readonly stderr: string;
}

/** Chromium's lines look like "[123:1128/134728.366188:ERROR:bus.cc(407)] …". */
const chromiumLine = /^\[\d+:\d{4}\/.*\n/gm;

/** The program and the arguments of a command. `packaged`: the program of a packaged build, to run that instead of the project. */
export function commandLine(args: readonly string[], packaged?: string): [string, ...string[]] {
  const [project = "", ...switches] = launchArguments();
  return packaged === undefined ? [electronBinary(), ...switches, project, ...args] : [packaged, ...switches, ...args];
}

/** Runs a command of the real binary, with these variables and no others. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  packaged?: string,
): Promise<CommandEnd> {
  const [program, ...all] = commandLine(args, packaged);
  const child = spawn(program, all, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr: stderr.replace(chromiumLine, "") };
}
