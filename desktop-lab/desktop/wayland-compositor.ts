import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DesktopProcess } from "../process/desktop-process.ts";
import { onProcessExit } from "../process/exit-hook.ts";

/** The socket is not below /tmp, because programs with a private /tmp would not see it. */
const MEMORY = "/dev/shm";
const NOBODY = 65_534;

export interface WaylandCompositor {
  readonly env: { readonly WAYLAND_DISPLAY: string };
  readonly end: () => Promise<void>;
}

/** Starts sway without a screen. It runs as the user "nobody" if this process is root, because sway refuses to run as root. */
export async function startWaylandCompositor(env: NodeJS.ProcessEnv): Promise<WaylandCompositor> {
  const folder = mkdtempSync(join(MEMORY, "private-wayland-"));
  const removeHook = onProcessExit(() => rmSync(folder, { recursive: true, force: true }));
  const remove = () => {
    removeHook();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const compositor = await startSway(folder, env);
    const socket = join(folder, await compositor.line(3, /^wayland-\d+$/));
    // A program in a user namespace has lost root's rights over files of other users, so it needs to own the socket.
    if (isRoot()) chownSync(socket, 0, 0);
    return { env: { WAYLAND_DISPLAY: socket }, end: () => compositor.end().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function startSway(folder: string, env: NodeJS.ProcessEnv): Promise<DesktopProcess> {
  const configuration = join(folder, "configuration");
  // Sway runs this line once programs can connect.
  writeFileSync(configuration, "xwayland disable\nexec echo $WAYLAND_DISPLAY >&3\n", { mode: 0o644 });
  const asNobody = ["--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups", "sway"];
  if (isRoot()) {
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
