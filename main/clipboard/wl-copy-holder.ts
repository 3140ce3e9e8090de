import { spawn } from "node:child_process";

/** A `wl-copy` in the foreground. It runs while it owns the clipboard, and ends when something else is copied. */
export interface Holder {
  isHolding(): boolean;
  /** Ends the process and releases the clipboard. Resolves to true if it owned the clipboard until then. */
  end(): Promise<boolean>;
}

/**
 * `wl-copy` up to version 2.2 writes its input to a file below /tmp. It therefore runs in a mount namespace with a /tmp in
 * memory, so that no token reaches a disk. `setpriv --pdeathsig` ends it with this process. The text goes over standard
 * input, because other users can read arguments. Where user namespaces are forbidden, the start fails.
 */
const namespaces = ["--user", "--map-root-user", "--mount"];
const script =
  'mount -t tmpfs -o mode=0700 tmpfs /tmp && echo && exec setpriv --pdeathsig TERM wl-copy "$@" >/dev/null';

/**
 * Starts `wl-copy` with the text. The caller has to read it back to know that the compositor accepted it. `mayTake` is asked at
 * the last moment, because `wl-copy` takes the clipboard when it has read its whole input; on false, it ends before.
 */
export function holdSelection(text: string, sensitive: boolean, mayTake: () => boolean): Holder {
  const args = ["--foreground", "--type", "text/plain", ...(sensitive ? ["--sensitive"] : [])];
  const child = spawn("unshare", [...namespaces, "--", "sh", "-c", script, "wl-copy", ...args], {
    env: { ...process.env, TMPDIR: "/tmp" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let holding = true;
  const ended = new Promise<boolean>((resolve) => {
    const end = (untilKilled: boolean) => {
      holding = false;
      resolve(untilKilled);
    };
    child.once("exit", (_code, signal) => end(signal !== null));
    // `unshare` is missing.
    child.once("error", () => end(false));
  });
  // The process ended before it read everything; `isHolding` reports that.
  child.stdin.on("error", () => {});
  child.stdout.once("data", () => (mayTake() ? child.stdin.end(text) : child.kill("SIGKILL")));
  return {
    isHolding: () => holding,
    end() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
