import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DesktopProcess } from "../process/desktop-process.ts";
import { hasErrorCode } from "../process/error-code.ts";
import { onProcessExit } from "../process/exit-hook.ts";
import { writeXAuthority } from "./x-authority.ts";

const FIRST_DISPLAY = 100;
const LAST_DISPLAY = 999;

export interface XServer {
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  /** A file that always holds the current pixels of the screen, in `xwd` format. */
  readonly framebufferFile: string;
  readonly end: () => Promise<void>;
}

/** Starts Xvfb on a free display, with one screen of that geometry (`WIDTHxHEIGHTxDEPTH`). */
export async function startXServer(folder: string, geometry: string, env: NodeJS.ProcessEnv): Promise<XServer> {
  mkdirSync(folder, { mode: 0o700 });
  const authority = join(folder, "authority");
  writeXAuthority(authority);
  const { display, release } = claimDisplay();
  try {
    const options = ["-displayfd", "3", "-nolisten", "tcp", "-noreset", "-auth", authority, "-fbdir", folder];
    const server = await DesktopProcess.start("Xvfb", [display, ...options, "-screen", "0", geometry], { env });
    await server.line(3, /^\d+$/);
    return {
      env: { DISPLAY: display, XAUTHORITY: authority },
      framebufferFile: join(folder, "Xvfb_screen0"),
      end: () => server.end().finally(release),
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Reserves a display number with X's lock file. With `-displayfd` Xvfb neither writes nor reads these files, and would take over
 * the socket of a running desktop whose server has no abstract socket.
 */
function claimDisplay(): { readonly display: string; readonly release: () => void } {
  for (let number = FIRST_DISPLAY; number <= LAST_DISPLAY; number += 1) {
    const lockFile = `/tmp/.X${number}-lock`;
    const socket = `/tmp/.X11-unix/X${number}`;
    if (existsSync(socket) || !createLock(lockFile)) continue;
    const remove = () => {
      // The server removes its socket itself, unless it was killed.
      rmSync(socket, { force: true });
      rmSync(lockFile, { force: true });
    };
    const removeHook = onProcessExit(remove);
    const release = () => {
      removeHook();
      remove();
    };
    return { display: `:${number}`, release };
  }
  throw new Error(`No free X display between :${FIRST_DISPLAY} and :${LAST_DISPLAY}.`);
}

function createLock(file: string): boolean {
  try {
    // X servers expect the process id in exactly eleven characters.
    writeFileSync(file, `${String(process.pid).padStart(10)}\n`, { flag: "wx", mode: 0o444 });
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    throw error;
  }
}
