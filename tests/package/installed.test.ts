import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { extractFile } from "@electron/asar";
import { expect, test } from "@playwright/test";
import { labels, logIn } from "../../desktop-lab/app/tray-app.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";
import { readFuses } from "../../scripts/package/read-fuses.mjs";
import { ana } from "../fixtures/app-test.ts";
import { hasOwnUserNamespace, processesOf, statusOf } from "./app-processes.ts";
import { apt, environment } from "./apt.ts";
import { namesBelow, output } from "./commands.ts";
import {
  desktopEntry,
  installedFolder,
  installedVersion,
  launchEntry,
  program,
  StartedProgram,
} from "./installed-app.ts";
import { asar, expectCompletions, expectInPlace, expectOnlyBuiltFiles, link } from "./installed-files.ts";
import { takeInstalledPicture } from "./installed-picture.ts";
import { linkedPackages } from "./linked-libraries.ts";
import { quit, type Stage, startStage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

let stage: Stage;
/** The app that a test leaves running for the next one. */
let running: TrayItem;
let copied: string;

test.beforeAll(async () => {
  stage = await startStage();
});
test.afterAll(() => stage?.end());

async function copyByMenu(item: TrayItem): Promise<string> {
  await item.clickMenu("Copy bearer token");
  await item.waitForTooltip((tooltip) => tooltip.includes("Copied"));
  return stage.desktop.clipboard.readClipboard();
}

test("apt-get installs it, with everything in its place", async () => {
  await apt("install first");
  expect(installedVersion()).toBe(environment("VERIFIK_TRAY_FIRST"));
  expectInPlace();
});

test("desktops and software centres understand what it says of itself", () => {
  output("desktop-file-validate", desktopEntry);
  output("appstreamcli", "validate", "--no-net", "/usr/share/metainfo/io.github.verifik_tray.VerifikTray.metainfo.xml");
  const entry = readFileSync(desktopEntry, "utf8");
  expect(entry).toContain(`\nExec="${program}" %U\n`);
  expect(entry).toContain("\nName=Verifik Tray (test build)\n");
  expect(entry).toMatch(/^Comment\[es\]=Tu token/m);
  expect(entry).toMatch(/^Keywords\[es\]=Verifik;/m);
  for (const width of [16, 48, 256, 512]) {
    expect(existsSync(`/usr/share/icons/hicolor/${width}x${width}/apps/verifik-tray.png`)).toBe(true);
  }
});

test("only what is built is inside", () => {
  expectOnlyBuiltFiles();
});

test("it asks for every library that it is linked with", async () => {
  const files = ["verifik-tray", "chrome_crashpad_handler", "chrome-sandbox"];
  const libraries = readdirSync(installedFolder).filter((name) => /\.so(\.\d+)?$/.test(name));
  const linked = await linkedPackages(installedFolder, [...files, ...libraries]);
  const asked = /^Depends: (.*)$/m.exec(output("dpkg-query", "--status", "verifik-tray"))?.[1]?.split(/, | \| /) ?? [];
  expect([...linked].filter((name) => !asked.includes(name))).toEqual([]);
  expect(linked.size).toBeGreaterThan(20);
});

test("its fuses are off that would let others run code in its name", async () => {
  expect(await readFuses(program)).toEqual({
    RunAsNode: "off",
    EnableCookieEncryption: "on",
    EnableNodeOptionsEnvironmentVariable: "off",
    EnableNodeCliInspectArguments: "off",
    EnableEmbeddedAsarIntegrityValidation: "on",
    OnlyLoadAppFromAsar: "on",
    LoadBrowserProcessSpecificV8Snapshot: "off",
    GrantFileProtocolExtraPrivileges: "off",
  });
});

test("its desktop entry starts it for an ordinary user, with Chromium's sandbox on", async () => {
  await launchEntry(desktopEntry, stage.env);
  const item = await stage.desktop.trayHost.nextItem();
  await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
  // The window opens by itself, because there is no token.
  await expect.poll(() => processesOf(program).filter(({ type }) => type === "renderer").length).toBe(1);

  const processes = processesOf(program);
  expect(processes.filter(({ type }) => type === undefined)).toHaveLength(1);
  for (const { pid, args, type } of processes) {
    expect(statusOf(pid, "Uid")).toMatch(new RegExp(`^${process.getuid?.()}\\b`));
    expect(args).not.toContain("--no-sandbox");
    if (type !== "renderer") continue;
    expect(statusOf(pid, "Seccomp")).toBe("2");
    expect(hasOwnUserNamespace(pid)).toBe(true);
  }
  await quit(item);
  await expect.poll(() => processesOf(program)).toEqual([]);
});

// What is said where the fuse is on. (Of NODE_OPTIONS a packaged Electron takes few, and complains of the others.)
for (const [what, env, args, proof] of [
  ["ELECTRON_RUN_AS_NODE", { ELECTRON_RUN_AS_NODE: "1" }, ["-e", "console.log('code ran')"], /code ran/],
  ["NODE_OPTIONS", { NODE_OPTIONS: "--require=/nowhere/to-be-found.cjs" }, [], /NODE_OPTION/],
  ["--inspect", {}, ["--inspect=0"], /Debugger listening/],
  ["--inspect-brk", {}, ["--inspect-brk=0"], /Debugger listening/],
] as const) {
  test(`${what} has no effect: the app starts as ever`, async () => {
    const started = new StartedProgram(program, [...args, "--hidden"], { ...stage.env, ...env });
    const item = await stage.desktop.trayHost.nextItem();
    await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
    await quit(item);
    expect(await started.exited()).toBe(0);
    expect(started.output).not.toMatch(proof);
  });
}

test("a release answers to no debugging port, and a test build does", async () => {
  for (const [path, answers] of [
    [environment("VERIFIK_TRAY_AS_RELEASE"), false],
    [program, true],
  ] as const) {
    const started = new StartedProgram(path, ["--remote-debugging-port=0", "--hidden"], stage.env);
    const item = await stage.desktop.trayHost.nextItem();
    await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
    await quit(item);
    expect(await started.exited()).toBe(0);
    expect(started.output.includes("DevTools listening")).toBe(answers);
  }
});

test("a test build talks to this computer only", async () => {
  const elsewhere = { ...stage.env, VERIFIK_API_URL: "https://api.verifik.co" };
  const started = new StartedProgram(program, [], elsewhere);
  expect(await started.exited()).toBe(2);
  expect(started.output).toContain("this is a test build");
});

test("a login, a copy that another program reads, and starting with the session", async () => {
  const started = new StartedProgram(program, ["--remote-debugging-port=0"], stage.env);
  const item = await stage.desktop.trayHost.nextItem();
  const page = await started.window();
  await expect(page.getByText("Test build with an old Electron")).toBeVisible();
  await logIn(page, stage.sandbox, ana);
  await page.getByRole("button", { name: labels.copyToken }).click();
  await item.waitForTooltip((tooltip) => tooltip.includes("Copied"));
  copied = await stage.desktop.clipboard.readClipboard();
  expect(copied).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);

  await item.clickMenu("Settings…");
  await page.getByRole("switch", { name: "Start when I sign in" }).check();
  await expect.poll(() => existsSync(stage.autostartEntry)).toBe(true);
  await page.getByRole("switch", { name: "Let the verifik-tray command read the token" }).check();
  await expect.poll(() => spawnSync("verifik-tray", ["status"], { env: stage.env }).status).toBe(0);
  expect(readFileSync(stage.autostartEntry, "utf8")).toContain(`\nExec="${program}" "--hidden"\n`);
  output("desktop-file-validate", stage.autostartEntry);
  await quit(item);
  expect(await started.exited()).toBe(0);
});

test("its autostart entry starts it with the token and without a window", async () => {
  await launchEntry(stage.autostartEntry, stage.env);
  running = await stage.desktop.trayHost.nextItem();
  await running.waitForMenu((menu) => menu[0]?.label === "Token valid · 29 days left");
  expect(await copyByMenu(running)).toBe(copied);
  expect(processesOf(program).filter(({ type }) => type === "renderer")).toEqual([]);
});

test("scripts get the token by verifik-tray and verifik-exec, with their manual and completions", async () => {
  const env = { PATH: String(process.env.PATH), XDG_RUNTIME_DIR: String(stage.env.XDG_RUNTIME_DIR) };
  const run = (program: string, ...args: string[]) => spawnSync(program, args, { env, encoding: "utf8" });
  expect(run("verifik-tray", "token")).toMatchObject({ status: 0, stdout: `${copied}\n` });
  const child = run("verifik-exec", "--var", "MINE", "--", "sh", "-c", 'printf "%s" "$MINE"; exit 7');
  expect(child).toMatchObject({ status: 7, stdout: copied });
  expect(readlinkSync("/usr/bin/verifik-exec")).toBe(join(installedFolder, "verifik-exec"));
  for (const page of ["verifik-tray", "verifik-exec"]) expect(output("man", page)).toContain("--min-valid");

  expectCompletions(stage.env);
});

// With --picture only.
const picture = process.env.VERIFIK_TRAY_PICTURE;
if (picture) test("its icon and menu in a real panel", () => takeInstalledPicture(picture));

test("an upgrade under the running app leaves it at work, and the next start is the new version with the old token", async () => {
  await apt("install second");
  expect(installedVersion()).toBe(environment("VERIFIK_TRAY_SECOND"));
  expect(statSync(join(installedFolder, "chrome-sandbox")).mode & 0o7777).toBe(0o4755);
  expect(readlinkSync(link)).toBe(program);

  // Still the one that was started before.
  expect(await copyByMenu(running)).toBe(copied);
  // The lock is the old one's: a second start leaves the work to it, which opens its window.
  const second = new StartedProgram(program, [], stage.env);
  expect(await second.exited()).toBe(0);
  await expect.poll(() => processesOf(program).filter(({ type }) => type === "renderer").length).toBe(1);
  await quit(running);
  await expect.poll(() => processesOf(program)).toEqual([]);

  const started = new StartedProgram(program, ["--remote-debugging-port=0", "--hidden"], stage.env);
  const item = await stage.desktop.trayHost.nextItem();
  await item.waitForMenu((menu) => menu[0]?.label === "Token valid · 29 days left");
  expect(await copyByMenu(item)).toBe(copied);
  await item.clickMenu("Open Verifik Tray");
  const agent = await (await started.window()).evaluate(() => navigator.userAgent);
  expect(agent).toContain(`/${JSON.parse(extractFile(asar, "package.json").toString()).version} `);
  expect(agent).toContain("/0.1.1-test.");
  await quit(item);
  expect(await started.exited()).toBe(0);
});

test("a purge leaves the user's data and nothing else", async () => {
  const files = output("dpkg-query", "--listfiles", "verifik-tray").trim().split("\n");
  const own = files.filter((path) => path !== "/." && !statSync(path).isDirectory());
  expect(own.length).toBeGreaterThan(20);
  const before = stage.userFiles();
  await apt("purge");
  expect(
    [...own, link, "/usr/bin/verifik-exec", installedFolder, "/etc/apparmor.d/verifik-tray"].filter((path) =>
      existsSync(path),
    ),
  ).toEqual([]);
  expect(namesBelow("/etc", "/usr", "/opt", "/var/lib/dpkg").filter((path) => /verifik.?tray/i.test(path))).toEqual([]);
  expect(stage.userFiles()).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(["settings.json", "token.json"]));
  expect(existsSync(stage.autostartEntry)).toBe(true);
});
