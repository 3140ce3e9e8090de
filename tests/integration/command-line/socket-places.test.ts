import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { socketPlaces } from "../../../main/command-line/socket-places.ts";

const uid = process.getuid?.() ?? -1;

test("a path of 103 bytes is used, and one of 104 is not", () => {
  const folderOf = (bytes: number) => `/${"x".repeat(bytes - "//verifik-tray/cli.sock".length)}`;
  const pathsOf = (bytes: number) =>
    socketPlaces("/p", "/p", { platform: "linux", env: { XDG_RUNTIME_DIR: folderOf(bytes) }, uid }).map(({ path }) =>
      Buffer.byteLength(path),
    );
  expect(pathsOf(103)[0]).toBe(103);
  expect(pathsOf(104)).not.toContain(104);
});

test("a missing or relative runtime folder is replaced by systemd's", () => {
  const folders = (XDG_RUNTIME_DIR: string | undefined) =>
    socketPlaces("/p", "/p", { platform: "linux", env: { XDG_RUNTIME_DIR }, uid: 7 }).map(({ path }) => path);
  expect(folders(undefined)).toEqual(["/run/user/7/verifik-tray/cli.sock", "/p/command-line/cli.sock"]);
  expect(folders("run")).toEqual(folders(undefined));
  // Not beside another one: a desktop of its own, as in a test, has a token of its own.
  expect(folders("/tmp/r")).toEqual(["/tmp/r/verifik-tray/cli.sock", "/p/command-line/cli.sock"]);
});

test("macOS has the profile's folder only, and a Flatpak the one that its instances share", () => {
  expect(socketPlaces("/p", "/p", { platform: "darwin", env: { XDG_RUNTIME_DIR: "/r" }, uid: 7 })).toEqual([
    { folder: "/p/command-line", path: "/p/command-line/cli.sock" },
  ]);
  const env = { XDG_RUNTIME_DIR: "/run/user/7", FLATPAK_ID: "a.b.C" };
  expect(socketPlaces("/p", "/p", { platform: "linux", env, uid: 7 })[0]?.folder).toBe(
    "/run/user/7/app/a.b.C/verifik-tray",
  );
});

test("each profile has a socket of its own, also by a link to it", () => {
  const base = mkdtempSync(join(tmpdir(), "vt-"));
  onTestFinished(() => rmSync(base, { recursive: true }));
  const [one, two, link] = ["one", "two", "link"].map((name) => join(base, name)) as [string, string, string];
  mkdirSync(one);
  mkdirSync(two);
  symlinkSync(one, link);
  const pathOf = (profile: string) =>
    socketPlaces(profile, two, { platform: "linux", env: { XDG_RUNTIME_DIR: "/r" }, uid })[0]?.path;
  expect(pathOf(two)).toBe("/r/verifik-tray/cli.sock");
  expect(pathOf(one)).toMatch(/^\/r\/verifik-tray\/cli-[0-9a-f]{16}\.sock$/);
  expect(pathOf(link)).toBe(pathOf(one));
});
