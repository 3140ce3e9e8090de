import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";

/** Replaces `xdg-open` with a program that only records the addresses to open. */
export function recordBrowser({ folder, env }: PrivateDesktop) {
  const programs = join(folder, "programs");
  const log = join(folder, "opened.txt");
  mkdirSync(programs);
  writeFileSync(log, "");
  const program = join(programs, "xdg-open");
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\n`);
  chmodSync(program, 0o755);
  return {
    env: { PATH: `${programs}:${env.PATH}` },
    opened: () => readFileSync(log, "utf8").split("\n").filter(Boolean),
  };
}
