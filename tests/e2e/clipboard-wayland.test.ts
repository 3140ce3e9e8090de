import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { WaylandClipboard } from "../../desktop-lab/clipboard/wayland-clipboard.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { startWaylandCompositor } from "../../desktop-lab/desktop/wayland-compositor.ts";
import { hasUserNamespaces } from "../../desktop-lab/process/user-namespaces.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { test as base, copyFromMenu, expect, nextOtp } from "../fixtures/app-test.ts";

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

/** The number of the last login is filled in. */
async function logInAgain(page: Page, sandbox: Sandbox): Promise<void> {
  const otp = nextOtp(sandbox);
  await page.getByRole("button", { name: labels.sendCode }).click();
  await page.getByLabel(labels.verificationCode).fill(await otp);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
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
    test("the menu copies without a focus, another program pastes it, and no disk and no process list has it; it goes at log-out, even if another program has taken it over, and with the app, even if that is killed", async ({
      launchLoggedIn,
      desktop,
      sandbox,
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

      // As clipboard managers do it, so that a copy outlives its program.
      await wayland.clipboard.takeOver();
      await app.trayItem.clickMenu("Log out");
      await expect.poll(() => wayland.clipboard.read()).toBe("");

      await logInAgain(await app.window(), sandbox);
      await copyFromMenu(app);
      expect(await wayland.clipboard.read()).toMatch(/^eyJ/);
      app.electron.process().kill("SIGKILL");
      await app.exited();
      await expect.poll(() => wayland.clipboard.read()).toBe("");
    });

    test("Clear now clears the token, and quitting not what the person copied since; a second copy outlives the first", async ({
      launchLoggedIn,
      wayland,
    }) => {
      const { app, page } = await launchLoggedIn({ env: wayland.env });
      await copyFromMenu(app);
      const token = await wayland.clipboard.read();
      await page.getByRole("button", { name: "Clear now" }).click();
      await expect.poll(() => wayland.clipboard.read()).toBe("");

      await copyFromMenu(app);
      await wayland.clipboard.write("something else");
      await app.trayItem.clickMenu("Copy bearer token");
      await expect.poll(() => wayland.clipboard.read()).toBe(token);
      await wayland.clipboard.write("something else");
      // It quits when the clipboard has been looked after.
      expect(await app.quit()).toBe(0);
      expect(await wayland.clipboard.read()).toBe("something else");
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

  test("which could only keep the token in a file, where users may have no namespaces, nothing is claimed without the focus, and the window says what helps", async ({
    launchLoggedIn,
    desktop,
    wayland,
  }) => {
    const { app } = await launchLoggedIn({ env: { ...wayland.env, ...(await withoutNamespaces(desktop)) } });
    await closeWindow(app);
    await expectNoCopy(app, desktop, wayland);
  });

  test("which is missing, nothing is claimed without the focus, and the window says what helps; the window copies only after a key or button press in it", async ({
    launch,
    launchLoggedIn,
    desktop,
    wayland,
  }) => {
    const { app: first } = await launchLoggedIn();
    await first.quit();

    const app = await launch({ env: { ...wayland.env, ...(await withoutPrograms(desktop)) } });
    await app.waitForStatus("Token valid · 29 days left");
    const page = await expectNoCopy(app, desktop, wayland);
    await expect
      .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null))
      .toBe(true);
    await app.trayItem.clickMenu("Copy bearer token");
    await expect(page.getByText(/wl-clipboard/)).toBeVisible();
    // Answered after that copy.
    expect(await app.menuLabels()).toContain("Copy bearer token");
    expect(await desktop.clipboard.readClipboard()).toBe("");

    await page.getByRole("button", { name: labels.copyToken }).click();
    await expect(page.getByText(/^Copied · /)).toBeVisible();
    // The app runs on the X server here, as an older Electron does by Xwayland.
    expect(await desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  });

  /** Copies by the menu, while no window is open; answers the window that opens. */
  async function expectNoCopy(app: TrayApp, desktop: PrivateDesktop, wayland: WaylandSession): Promise<Page> {
    await wayland.clipboard.write("from before");
    const opening = app.electron.waitForEvent("window");
    await app.trayItem.clickMenu("Copy bearer token");
    const page = await opening;
    await expect(page.getByText(/wl-clipboard/)).toBeVisible();
    expect(await app.trayItem.tooltip()).not.toContain("Copied");
    expect(await wayland.clipboard.read()).toBe("from before");
    expect(await desktop.clipboard.readClipboard()).toBe("");
    return page;
  }
});
