import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { WaylandClipboard } from "../../desktop-lab/clipboard/wayland-clipboard.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { startWaylandCompositor } from "../../desktop-lab/desktop/wayland-compositor.ts";
import { hasUserNamespaces } from "../../desktop-lab/process/user-namespaces.ts";
import { test as base, expect } from "../fixtures/app-test.ts";

interface WaylandSession {
  /** The environment in which the app finds Wayland's clipboard. */
  readonly env: Readonly<Record<string, string>>;
  readonly clipboard: WaylandClipboard;
}

const test = base.extend<{ wayland: WaylandSession }>({
  wayland: async ({ desktop }, use) => {
    const compositor = await startWaylandCompositor(desktop.env);
    const clipboard = new WaylandClipboard({ ...desktop.env, ...compositor.env });
    await use({ env: compositor.env, clipboard });
    await clipboard.end();
    await compositor.end();
  },
});

async function copyFromMenu(app: TrayApp): Promise<void> {
  await app.trayItem.clickMenu("Copy bearer token");
  await app.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
}

/** Then no window of the app can have the focus. */
async function closeWindow(app: TrayApp): Promise<void> {
  const page = await app.window();
  await Promise.all([
    page.waitForEvent("close"),
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
}

/** What any program can see of the others: their arguments, and of the same user's their environments. */
function visibleOfProcesses(): string {
  const folders = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return folders
    .flatMap((pid) => ["cmdline", "environ"].map((file) => readProcessFile(join("/proc", pid, file))))
    .join("\n");
}

/** "" for a process that has ended meanwhile, or is somebody else's. */
function readProcessFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** What the app is to do where there are none is tested everywhere, below. */
if (hasUserNamespaces())
  test.describe("with wl-copy", () => {
    test("the menu copies without a focus, another program pastes it, and no disk and no process list has it", async ({
      launchLoggedIn,
      desktop,
      wayland,
    }) => {
      const { app } = await launchLoggedIn({ env: wayland.env });
      await closeWindow(app);
      const filesBefore = readdirSync("/tmp");
      await copyFromMenu(app);

      const token = await wayland.clipboard.read();
      expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(await wayland.clipboard.readPrimary()).toBe("");
      expect(await desktop.clipboard.readClipboard()).toBe("");
      expect(readdirSync("/tmp").filter((name) => name.startsWith("wl-copy") && !filesBefore.includes(name))).toEqual(
        [],
      );
      expect(visibleOfProcesses()).not.toContain(token);

      await app.trayItem.clickMenu("Log out");
      await expect.poll(() => wayland.clipboard.read()).toBe("");
    });

    test("does not clear what the person copied since, and a second copy outlives the first", async ({
      launchLoggedIn,
      wayland,
    }) => {
      const { app } = await launchLoggedIn({ env: wayland.env });
      await copyFromMenu(app);
      const token = await wayland.clipboard.read();
      await wayland.clipboard.write("something else");
      await app.trayItem.clickMenu("Copy bearer token");
      await expect.poll(() => wayland.clipboard.read()).toBe(token);
      await wayland.clipboard.write("something else");
      // It quits when the clipboard has been looked after.
      expect(await app.quit()).toBe(0);
      expect(await wayland.clipboard.read()).toBe("something else");
    });

    test("a token that another program has taken over is cleared too", async ({ launchLoggedIn, wayland }) => {
      const { app } = await launchLoggedIn({ env: wayland.env });
      await copyFromMenu(app);
      // As clipboard managers do it, so that a copy outlives its program.
      await wayland.clipboard.takeOver();
      await app.trayItem.clickMenu("Log out");
      await expect.poll(() => wayland.clipboard.read()).toBe("");
    });

    test("the token goes with the app, even if that is killed", async ({ launchLoggedIn, wayland }) => {
      const { app } = await launchLoggedIn({ env: wayland.env });
      await copyFromMenu(app);
      expect(await wayland.clipboard.read()).toMatch(/^eyJ/);
      app.electron.process().kill("SIGKILL");
      await app.exited();
      await expect.poll(() => wayland.clipboard.read()).toBe("");
    });
  });

test.describe("without wl-copy", () => {
  /** Then it is not found; nor is any other program, and the app needs none. */
  async function withoutPrograms(desktop: PrivateDesktop): Promise<Record<string, string>> {
    const folder = join(desktop.folder, "no-programs");
    await mkdir(folder);
    return { PATH: folder };
  }

  /** By a program of that name that refuses, as the system does where users may have none; wl-copy is there. */
  async function withoutNamespaces(desktop: PrivateDesktop): Promise<Record<string, string>> {
    const folder = join(desktop.folder, "refusing");
    await mkdir(folder);
    await writeFile(join(folder, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    return { PATH: `${folder}:${process.env.PATH}` };
  }

  for (const [what, environmentOf] of [
    ["which is missing", withoutPrograms],
    ["which could only keep the token in a file, where users may have no namespaces", withoutNamespaces],
  ] as const) {
    test(`${what}, and without the focus nothing is claimed, and the window says what helps`, async ({
      launchLoggedIn,
      desktop,
      wayland,
    }) => {
      const { app } = await launchLoggedIn({ env: { ...wayland.env, ...(await environmentOf(desktop)) } });
      await closeWindow(app);
      await wayland.clipboard.write("from before");
      await app.trayItem.clickMenu("Copy bearer token");
      const page = await app.electron.waitForEvent("window");
      await expect(page.getByText(/wl-clipboard/)).toBeVisible();
      expect(await app.trayItem.tooltip()).not.toContain("Copied");
      expect(await wayland.clipboard.read()).toBe("from before");
      expect(await desktop.clipboard.readClipboard()).toBe("");
    });
  }

  test("the window copies only after a key or button press in it", async ({
    launch,
    launchLoggedIn,
    desktop,
    wayland,
  }) => {
    const { app: first } = await launchLoggedIn();
    await first.quit();

    const app = await launch({ env: { ...wayland.env, ...(await withoutPrograms(desktop)) } });
    await app.waitForStatus("Token valid · 29 days left");
    await app.trayItem.activate();
    const page = await app.window();
    await expect
      .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null))
      .toBe(true);
    await app.trayItem.clickMenu("Copy bearer token");
    await expect(page.getByText(/wl-clipboard/)).toBeVisible();
    expect(await desktop.clipboard.readClipboard()).toBe("");

    await page.getByRole("button", { name: labels.copyToken }).click();
    await expect(page.getByText(/^Copied · /)).toBeVisible();
    // The app runs on the X server here, as an older Electron does by Xwayland.
    expect(await desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  });
});
