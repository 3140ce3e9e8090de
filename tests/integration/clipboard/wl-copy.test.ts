import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasUserNamespaces } from "../../../desktop-lab/process/user-namespaces.ts";
import { WlCopy } from "../../../main/clipboard/wl-copy.ts";

/** Elsewhere the app does not use it, which is tested end to end everywhere. */
const whereItIsUsed = describe.runIf(process.platform === "linux" && hasUserNamespaces());

// Programs that stand in for a newer wl-clipboard than Debian's, or a broken one; the real one is tried end to end.
whereItIsUsed("with wl-clipboard", () => {
  const { PATH = "" } = process.env;
  let folder: string;
  let wlCopy: WlCopy;

  beforeEach(() => {
    // Not below /tmp, which is another one for wl-copy.
    folder = mkdtempSync("/dev/shm/wl-copy-test-");
    wlCopy = new WlCopy();
    process.env.PATH = `${folder}:${PATH}`;
  });
  afterEach(() => {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
  });

  function install(name: string, ...lines: readonly string[]): void {
    writeFileSync(join(folder, name), ["#!/bin/sh", `cd ${folder}`, ...lines, ""].join("\n"), { mode: 0o755 });
  }

  /** Holds what it is fed until it is ended, as the real one does. */
  function installWlCopy(help: string): void {
    install(
      "wl-copy",
      `case "$1" in --help) echo "${help}"; exit;; --clear) rm text; exit;; esac`,
      'echo "$@" > arguments; echo $$ > pid; cat > text; exec sleep 60',
    );
  }

  function read(name: string): string {
    return readFileSync(join(folder, name), "utf8").trim();
  }

  function isRunning(): boolean {
    return existsSync(`/proc/${read("pid")}`);
  }

  test("2.3 or later is told that the text is sensitive; it gets it by standard input and ends with it", async () => {
    installWlCopy("Usage: --sensitive");
    install("wl-paste", "cat text");
    expect(await wlCopy.write("token")).toBe(true);
    expect(read("arguments")).toBe("--foreground --type text/plain --sensitive");
    expect(isRunning()).toBe(true);
    await wlCopy.clear(["token"]);
    expect(isRunning()).toBe(false);
  });

  test("an older one is not asked what it does not know", async () => {
    installWlCopy("Usage: --foreground");
    install("wl-paste", "cat text");
    expect(await wlCopy.write("token")).toBe(true);
    expect(read("arguments")).toBe("--foreground --type text/plain");
    await wlCopy.clear(["token"]);
  });

  test.each([
    ["says something else", "echo something else"],
    ["hangs", "exec sleep 60"],
  ])(
    "a wl-paste that %s confirms nothing, and nothing is left running",
    async (_, line) => {
      installWlCopy("Usage");
      install("wl-paste", line);
      expect(await wlCopy.write("token")).toBe(false);
      expect(isRunning()).toBe(false);
    },
    15_000,
  );

  test("what another program holds of the same text is no success of ours", async () => {
    install("wl-copy", 'case "$1" in --help) exit;; esac', "exit 1");
    install("wl-paste", "printf token");
    expect(await wlCopy.write("token")).toBe(false);
  });

  test.each([
    ["fails", "exit 1"],
    ["hangs", "exec sleep 60"],
  ])("a wl-copy that %s is of no use", async (_, line) => {
    install("wl-copy", line);
    expect(await wlCopy.write("token")).toBe(false);
  });

  test("without any it says so, and clears nothing", async () => {
    process.env.PATH = folder;
    expect(await wlCopy.write("token")).toBe(false);
    await wlCopy.clear(["token"]);
  });
});
