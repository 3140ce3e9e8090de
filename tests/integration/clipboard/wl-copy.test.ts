import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasUserNamespaces } from "../../../desktop-lab/process/user-namespaces.ts";
import { WlCopy } from "../../../main/clipboard/wl-copy.ts";

/** Elsewhere the app does not use wl-copy; end-to-end tests cover that. */
const whereItIsUsed = describe.runIf(process.platform === "linux" && hasUserNamespaces());

// Scripts replace wl-clipboard, to simulate a newer version than Debian's and broken ones. End-to-end tests use the real one.
whereItIsUsed("with wl-clipboard", () => {
  const { PATH = "" } = process.env;
  let folder: string;
  let wlCopy: WlCopy;

  beforeEach(() => {
    // Not below /tmp, because wl-copy runs with a private /tmp.
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

  /** Keeps its standard input until it is ended, as the real wl-copy does. */
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

  test("passes --sensitive to version 2.3 or later, and the text by standard input", async () => {
    installWlCopy("Usage: --sensitive");
    install("wl-paste", "cat text");
    expect(await wlCopy.write("token")).toBe(true);
    expect(read("arguments")).toBe("--foreground --type text/plain --sensitive");
    expect(isRunning()).toBe(true);
    await wlCopy.clear(["token"]);
    // Already, so that a copy that follows is not replaced by it.
    expect(read("text")).toBe("-");
    await wlCopy.settled();
    expect(isRunning()).toBe(false);
  });

  test("what a person copies while the harmless text starts stays", async () => {
    installWlCopy("Usage");
    install("wl-paste", "cat text");
    expect(await wlCopy.write("token")).toBe(true);
    const unshare = PATH.split(":")
      .map((path) => join(path, "unshare"))
      .find(existsSync);
    install("unshare", 'kill -9 $(cat pid); printf "copied since" > text', `exec ${unshare} "$@"`);
    await wlCopy.clear(["token"]);
    await wlCopy.settled();
    expect(read("text")).toBe("copied since");
  });

  test("passes no --sensitive to an older version", async () => {
    installWlCopy("Usage: --foreground");
    install("wl-paste", "cat text");
    expect(await wlCopy.write("token")).toBe(true);
    expect(read("arguments")).toBe("--foreground --type text/plain");
    await wlCopy.clear(["token"]);
    await wlCopy.settled();
  });

  test.each([
    ["says something else", "echo something else"],
    ["hangs", "exec sleep 60"],
  ])(
    "a wl-paste that %s confirms no copy, and no process is left",
    async (_, line) => {
      installWlCopy("Usage");
      install("wl-paste", line);
      expect(await wlCopy.write("token")).toBe(false);
      expect(isRunning()).toBe(false);
    },
    15_000,
  );

  test("the same text held by another program does not count as copied", async () => {
    install("wl-copy", 'case "$1" in --help) exit;; esac', "echo $$ > pid; exit 1");
    // Answers once wl-copy has exited, however slow the machine is.
    install("wl-paste", "while [ ! -s pid ] || [ -e /proc/$(cat pid) ]; do sleep 0.01; done; printf token");
    expect(await wlCopy.write("token")).toBe(false);
  });

  test.each([
    ["fails", "exit 1"],
    ["hangs", "exec sleep 60"],
  ])("a wl-copy that %s makes copying fail", async (_, line) => {
    install("wl-copy", line);
    expect(await wlCopy.write("token")).toBe(false);
  });

  test("without wl-clipboard copying fails and clearing does nothing", async () => {
    process.env.PATH = folder;
    expect(await wlCopy.write("token")).toBe(false);
    await wlCopy.clear(["token"]);
  });
});
