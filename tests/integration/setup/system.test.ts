import { beforeEach, expect, test, vi } from "vitest";
import { CAPABILITIES } from "../../../scripts/setup/capabilities.mjs";
import { setUpSystem } from "../../../scripts/setup/system.mjs";

const OLD_RELEASE = ["libgtk-3-0", "libasound2", "xvfb", "xclip", "fonts-inter"];
const NEW_RELEASE = ["libgtk-3-0t64", "libasound2t64", "xvfb", "xclip", "fonts-inter"];

type Host = NonNullable<Parameters<typeof setUpSystem>[1]>;

/** A computer that lacks some capabilities until their packages are installed. */
function computer({ lacks, apt = OLD_RELEASE, ...rest }: { lacks: string[]; apt?: string[] } & Partial<Host>) {
  const missing = new Set(lacks);
  const installed: string[] = [];
  const has = (name: string) => !missing.has(name);
  const host: Host = {
    probe: { hasCommand: has, hasLibrary: has, hasFont: has },
    isRoot: true,
    hasApt: true,
    knownPackages: async (names) => new Set(names.filter((name) => apt.includes(name))),
    updateLists: async () => ({ ok: true, stdout: "", output: "" }),
    installPackages: async (names) => {
      installed.push(...names);
      for (const { name, packages } of CAPABILITIES)
        if (packages.some((one) => names.includes(one))) missing.delete(name);
      return { ok: true, stdout: "", output: "" };
    },
    ...rest,
  };
  return { host, installed };
}

const announced: string[] = [];
beforeEach(() => {
  announced.length = 0;
  const spy = vi.spyOn(console, "error").mockImplementation((line) => void announced.push(line));
  return () => spy.mockRestore();
});

test("a complete computer is passed over in silence", async () => {
  const { host, installed } = computer({ lacks: [] });
  await setUpSystem(["electron-libraries", "headless-desktop"], host);
  expect(installed).toEqual([]);
  expect(announced).toEqual([]);
});

test("root installs what is missing, and only that, and says so first", async () => {
  const { host, installed } = computer({ lacks: ["Xvfb", "libasound.so.2", "Inter"] });
  await setUpSystem(["electron-libraries", "headless-desktop"], host);
  expect(installed).toEqual(["libasound2", "xvfb", "fonts-inter"]);
  expect(announced).toEqual(["Installing Debian packages (apt-get install): libasound2 xvfb fonts-inter …"]);
});

test("the name that this release knows is taken", async () => {
  const { host, installed } = computer({ lacks: ["libgtk-3.so.0", "libasound.so.2"], apt: NEW_RELEASE });
  await setUpSystem(["electron-libraries"], host);
  expect(installed).toEqual(["libgtk-3-0t64", "libasound2t64"]);
});

test("a start in a desktop session asks for no X server", async () => {
  const { host, installed } = computer({ lacks: ["Xvfb", "xclip"] });
  await setUpSystem(["electron-libraries"], host);
  expect(installed).toEqual([]);
});

test("pictures ask for a panel too, and nothing else does", async () => {
  const lacks = ["xfce4-panel", "xfconf-query", "xdotool"];
  const others = computer({ lacks });
  await setUpSystem(["electron-libraries", "headless-desktop"], others.host);
  expect(others.installed).toEqual([]);
  const { host, installed } = computer({ lacks, apt: ["xfce4-panel", "xfconf", "xdotool"] });
  await setUpSystem(["pictures"], host);
  expect(installed).toEqual(["xfce4-panel", "xfconf", "xdotool"]);
});

test("prints the command and installs nothing for an ordinary user", async () => {
  const { host, installed } = computer({ lacks: ["Xvfb", "libgtk-3.so.0"], isRoot: false });
  const command = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb";
  await expect(setUpSystem(["electron-libraries", "headless-desktop"], host)).rejects.toThrow(`\n  ${command}`);
  expect(installed).toEqual([]);
});

test("without apt what is missing is named", async () => {
  const { host, installed } = computer({ lacks: ["xclip"], hasApt: false });
  await expect(setUpSystem(["headless-desktop"], host)).rejects.toThrow("  xclip (reads the clipboard from outside)");
  expect(installed).toEqual([]);
});

test("a failed installation shows what apt said, of the lists too if those failed", async () => {
  const { host } = computer({
    lacks: ["xclip"],
    updateLists: async () => ({ ok: false, stdout: "", output: "E: no network\n" }),
    installPackages: async () => ({ ok: false, stdout: "", output: "E: Unable to locate package xclip\n" }),
  });
  await expect(setUpSystem(["headless-desktop"], host)).rejects.toThrow(
    "E: no network\nE: Unable to locate package xclip",
  );
});

test("an installation that did not help is no success", async () => {
  const { host } = computer({ lacks: ["xclip"], installPackages: async () => ({ ok: true, stdout: "", output: "" }) });
  await expect(setUpSystem(["headless-desktop"], host)).rejects.toThrow("still missing are:\n  xclip");
});
