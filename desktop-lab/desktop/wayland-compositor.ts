import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DesktopProcess } from "../process/desktop-process.ts";
import { onProcessExit } from "../process/exit-hook.ts";

/** Its socket must not be below /tmp, which programs with a /tmp of their own do not see; a real one is in memory too. */
const MEMORY = "/dev/shm";
const NOBODY = 65_534;

export interface WaylandCompositor {
  readonly env: { readonly WAYLAND_DISPLAY: string };
  readonly end: () => Promise<void>;
}

/** Starts sway without a screen, with a socket of its own. */
export async function startWaylandCompositor(env: NodeJS.ProcessEnv): Promise<WaylandCompositor> {
  const folder = mkdtempSync(join(MEMORY, "private-wayland-"));
  const callOff = onProcessExit(() => rmSync(folder, { recursive: true, force: true }));
  const remove = () => {
    callOff();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const compositor = await startSway(folder, env);
    const socket = join(folder, await compositor.line(3, /^wayland-\d+$/));
    // Somebody else's without the rights of root, which a program in a user namespace has lost.
    if (isRoot()) chownSync(socket, 0, 0);
    return { env: { WAYLAND_DISPLAY: socket }, end: () => compositor.end().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function startSway(folder: string, env: NodeJS.ProcessEnv): Promise<DesktopProcess> {
  const configuration = join(folder, "configuration");
  // The first thing it does once programs can connect.
  writeFileSync(configuration, "xwayland disable\nexec echo $WAYLAND_DISPLAY >&3\n", { mode: 0o644 });
  const asNobody = ["--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups", "sway"];
  if (isRoot()) {
    // It refuses to run as root.
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o711);
  }
  const [command, args] = isRoot() ? ["setpriv", asNobody] : ["sway", []];
  return DesktopProcess.start(command, [...args, "--config", configuration], {
    env: {
      ...env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      WLR_BACKENDS: "headless",
      WLR_LIBINPUT_NO_DEVICES: "1",
      WLR_RENDERER: "pixman",
    },
  });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
