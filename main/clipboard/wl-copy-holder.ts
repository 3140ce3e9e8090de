import { spawn } from "node:child_process";

/** A `wl-copy` in the foreground: it runs as long as the clipboard is its own, and ends when something else is copied. */
export interface Holder {
  isHolding(): boolean;
  /** Ends it, and with it what it holds; answers whether that was the clipboard until now. */
  end(): Promise<boolean>;
}

/**
 * `wl-copy` keeps what it is fed in a file below /tmp, at any rate up to version 2.2. So it gets a /tmp of its own, in
 * memory, that is gone with it: no token on a disk. It ends with us too, however we end. The text goes by standard input:
 * arguments and environment can be read by others. Where a user may not have namespaces nothing is started.
 */
const namespaces = ["--user", "--map-root-user", "--mount"];
const script = 'mount -t tmpfs -o mode=0700 tmpfs /tmp && exec setpriv --pdeathsig TERM wl-copy "$@"';

/** Starts to hold the text; whether the compositor takes it is for another program to tell. */
export function holdSelection(text: string, sensitive: boolean): Holder {
  const args = ["--foreground", "--type", "text/plain", ...(sensitive ? ["--sensitive"] : [])];
  const child = spawn("unshare", [...namespaces, "--", "sh", "-c", script, "wl-copy", ...args], {
    env: { ...process.env, TMPDIR: "/tmp" },
    stdio: ["pipe", "ignore", "ignore"],
  });
  let holding = true;
  const ended = new Promise<boolean>((resolve) => {
    const end = (untilKilled: boolean) => {
      holding = false;
      resolve(untilKilled);
    };
    child.once("exit", (_code, signal) => end(signal !== null));
    // It could not be started: there is no `unshare` here.
    child.once("error", () => end(false));
  });
  // It ended before it had read all: `isHolding` tells.
  child.stdin.on("error", () => {});
  child.stdin.end(text);
  return {
    isHolding: () => holding,
    end() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
