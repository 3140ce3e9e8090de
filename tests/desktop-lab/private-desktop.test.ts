import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FixtureApp } from "../../desktop-lab/app/fixture-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { Clipboard } from "../../desktop-lab/clipboard/clipboard.ts";
import { type PrivateDesktop, startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";

// Above the desktop's own deadlines, so that their messages are seen.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const STANDARD_ERROR = 2;
const STANDARD_OUTPUT = 1;

describe("an app on a private desktop", () => {
  let desktop: PrivateDesktop;
  let app: FixtureApp;
  let item: TrayItem;

  beforeAll(async () => {
    desktop = await startPrivateDesktop();
    app = await FixtureApp.start(desktop);
    item = await desktop.trayHost.nextItem();
  });
  afterAll(async () => {
    await app?.end();
    await desktop?.stop();
  });

  test("shows its tooltip, icon and menu in the tray", async () => {
    expect(await item.tooltip()).toBe("At rest");
    expect(await item.icon()).toEqual([{ width: 22, height: 22, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await item.menu()).toMatchObject([
      { label: "At rest", enabled: false, type: "standard", children: [] },
      { type: "separator" },
      { label: "Copy snake_case", enabled: true },
      { label: "More", children: [{ label: "Notify", enabled: true }] },
      { label: "Quit" },
    ]);
    expect(desktop.trayHost.item).toBe(item);
  });

  test("finds the unlocked keyring, and draws system-ui in Inter", async () => {
    expect(await app.report(/"encryption":/)).toEqual({
      encryption: { available: true, backend: "gnome_libsecret", prefix: "v11" },
      systemFont: "Inter",
    });
  });

  test("is visible in a screenshot", async () => {
    const file = join(desktop.folder, "screen.png");
    const windowColor = async () => {
      await desktop.screenshot(file);
      return pixelOf(PNG.sync.read(await readFile(file)), 600, 500);
    };
    await expect.poll(windowColor, { timeout: 10_000 }).toBe("336699");
    expect(desktop.pixel(600, 500)).toBe(0x336699);
  });

  test("a screenshot of a part shows that part of the screen", async () => {
    const files = { whole: join(desktop.folder, "screen.png"), part: join(desktop.folder, "part.png") };
    await desktop.screenshot(files.whole);
    await desktop.screenshot(files.part, { x: 300, y: 100, width: 700, height: 500 });
    const [whole, part] = [PNG.sync.read(await readFile(files.whole)), PNG.sync.read(await readFile(files.part))];
    // From outside of the window into it.
    const colors = new Set<string>();
    for (let step = 0; step < 500; step += 10) {
      colors.add(pixelOf(part, step, step));
      expect(pixelOf(part, step, step)).toBe(pixelOf(whole, 300 + step, 100 + step));
    }
    expect(colors.size).toBeGreaterThan(1);
  });

  test("receives clicks, on a disabled item only if forced", async () => {
    await item.activate();
    await app.report(/"clicked":"icon"/);
    await expect(item.clickMenu("At rest")).rejects.toThrow("disabled");
    await expect(item.clickMenu("Missing")).rejects.toThrow("At rest (disabled)");
    await item.clickMenuEvenIfDisabled("At rest");
    await app.report(/"clicked":"At rest"/);
  });

  test("writes the clipboard, and another program takes it over", async () => {
    expect(await desktop.clipboard.readClipboard()).toBe("");
    const [iconAtRest] = await item.icon();
    const changes = [
      item.waitForTooltip((tooltip) => tooltip === "Copied"),
      item.waitForMenu(([first]) => first?.label === "Copied"),
      item.waitForIcon(([icon]) => icon?.sha256 !== iconAtRest?.sha256),
    ];
    await item.clickMenu("Copy snake_case");
    await Promise.all(changes);
    expect(await desktop.clipboard.readClipboard()).toBe("h€llo");
    expect(await desktop.clipboard.readPrimary()).toBe("h€llo");
    await desktop.clipboard.write("of another program");
    expect(await desktop.clipboard.readClipboard()).toBe("of another program");
    expect(await desktop.clipboard.readPrimary()).toBe("h€llo");
  });

  test("sends notifications, and learns when they are clicked and closed", async () => {
    await item.clickMenu("Notify");
    desktop.notifications.close((await desktop.notifications.next()).id);
    await app.report(/"closed":"notification"/);
    await item.clickMenu("Notify");
    const notification = await desktop.notifications.next(({ summary }) => summary === "Token expires");
    expect(notification).toMatchObject({ body: "in <7> days", actions: expect.arrayContaining(["default"]) });
    desktop.notifications.click(notification.id);
    await app.report(/"clicked":"notification"/);
    expect(() => desktop.notifications.click(notification.id)).toThrow("No notification");
    expect(desktop.notifications.received).toHaveLength(2);
    await expect(desktop.notifications.next(undefined, 1)).rejects.toThrow("Token expires");
  });

  test("reports the last state when the expected one does not come", async () => {
    await expect(item.waitForTooltip((tooltip) => tooltip === "Never", 1_000)).rejects.toThrow('Last seen:\n"Copied"');
  });

  test("leaves the tray when it quits", async () => {
    await item.clickMenu("Quit");
    await item.waitUntilGone();
    expect(desktop.trayHost.item).toBeUndefined();
    await expect(item.menu()).rejects.toThrow("left the bus");
  });
});

describe("a private desktop", () => {
  test("has no reachable keyring with keyring: false", async () => {
    const desktop = await startPrivateDesktop({ keyring: false });
    const app = await FixtureApp.start(desktop);
    expect(await app.report(/"encryption":/)).toMatchObject({ encryption: { available: false } });
    const bus = await BusConnection.open(desktop.busAddress);
    expect(await bus.isAvailable("org.freedesktop.secrets")).toBe(false);
    bus.close();
    await app.end();
    await desktop.stop();
  });

  test("is separate from other desktops at the same time, and leaves no files", async () => {
    const desktops = await Promise.all([startPrivateDesktop(), startPrivateDesktop(), startPrivateDesktop()]);
    expect(new Set(desktops.map(({ env }) => env.DISPLAY)).size).toBe(desktops.length);
    await Promise.all(desktops.map(({ clipboard }, index) => clipboard.write(`text ${index}`)));
    expect(await Promise.all(desktops.map(({ clipboard }) => clipboard.readClipboard()))).toEqual([
      "text 0",
      "text 1",
      "text 2",
    ]);
    await Promise.all(desktops.map((desktop) => desktop.stop()));
    expect(desktops.flatMap(({ env }) => tracesOf(env))).toEqual([]);
  });

  test("refuses programs without its X cookie", async () => {
    const desktop = await startPrivateDesktop({ keyring: false });
    const stranger = new Clipboard({ ...desktop.env, XAUTHORITY: "/dev/null" });
    await expect(stranger.readClipboard()).rejects.toThrow("open display");
    await desktop.stop();
  });

  test("ends with the process that started it", async () => {
    const program = `
      const { startPrivateDesktop } = require(${JSON.stringify(join(import.meta.dirname, "../../desktop-lab/desktop/private-desktop.ts"))});
      startPrivateDesktop().then(({ env }) => console.log(JSON.stringify(env)));`;
    const args = ["--import", "tsx", "--eval", program];
    const starter = await DesktopProcess.start(process.execPath, args, { env: process.env });
    const env: Record<string, string> = JSON.parse(await starter.line(STANDARD_OUTPUT, /"XDG_RUNTIME_DIR":/));
    expect(tracesOf(env)).toHaveLength(3);
    await starter.end();
    expect(tracesOf(env)).toEqual([]);
  });

  test("reports why a part did not start", async () => {
    const broken = await DesktopProcess.start("sh", ["-c", "echo out of paper >&2; exit 3"], { env: process.env });
    await expect(broken.line(STANDARD_OUTPUT, /ready/)).rejects.toThrow(/sh ended \(3\)[\s\S]*out of paper/);
    const waiting = await DesktopProcess.start("sh", ["-c", "echo here >&2; cat"], { env: process.env });
    expect(await waiting.line(STANDARD_ERROR, /here/)).toBe("here");
    await waiting.end();
  });
});

/** The existing files of a desktop: its folder, and the socket and lock of its display. */
function tracesOf({ HOME = "", DISPLAY = "" }: Readonly<Record<string, string>>): string[] {
  const display = DISPLAY.slice(1);
  return [dirname(HOME), `/tmp/.X11-unix/X${display}`, `/tmp/.X${display}-lock`].filter((path) => existsSync(path));
}

/** The colour of a pixel, as six hexadecimal digits. */
function pixelOf({ width, data }: PNG, x: number, y: number): string {
  return data.toString("hex", 4 * (y * width + x), 4 * (y * width + x) + 3);
}
