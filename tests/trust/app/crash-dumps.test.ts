import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";

/** What Crashpad and Breakpad name their handlers, and a dump. */
const handler = /crashpad|breakpad|crash-handler/i;
const dump = /\.(dmp|core|meta)$|^core(\.\d+)?$|minidump/i;

/** Crashpad's handler has no parent process that leads to it, but its arguments name the profile of the dumps. */
function crashHandlers(profile: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf)
    .filter((command) => handler.test(command) && command.includes(profile));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    // The process has ended meanwhile.
    return "";
  }
}

/** Electron makes the folder, with a random id in it, when it is asked where it would be; dumps go below it. */
function dumpsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (dump.test(entry.name) || /Crashpad\/\w/.test(entry.parentPath)))
    .map(({ parentPath, name }) => join(parentPath, name));
}

const ends = {
  "the window crashes": async (app: TrayApp) => {
    const reopened = app.electron.waitForEvent("window");
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await (await reopened).getByRole("main").waitFor();
  },
  "main is hit by SIGSEGV": async (app: TrayApp) => {
    app.electron.process().kill("SIGSEGV");
    await app.exited();
  },
  "main crashes by itself": async (app: TrayApp) => {
    await app.electron.evaluate(() => process.crash()).catch(() => {});
    await app.exited();
  },
};

// The short form leaves the last one to the test below, which crashes in the same way.
for (const [name, crash] of Object.entries(ends).slice(0, howOften({ full: 3, short: 2 }))) {
  test(`nothing is dumped when ${name}`, async ({ launchLoggedIn, desktop }) => {
    const { app } = await launchLoggedIn();
    const state = await app.electron.evaluate(({ crashReporter, app: electronApp }) => ({
      // Throws where it was never started.
      uploads: (() => {
        try {
          return crashReporter.getUploadToServer();
        } catch {
          return false;
        }
      })(),
      lastReport: crashReporter.getLastCrashReport(),
      folder: electronApp.getPath("crashDumps"),
    }));
    const handlers = crashHandlers(desktop.folder);
    expect(state.folder.startsWith(desktop.folder)).toBe(true);
    await crash(app);
    // The kernel would put a core into the working folder.
    const dumps = [
      ...dumpsBelow(desktop.folder),
      ...readdirSync(process.cwd()).filter((name) => /^core(\.\d+)?$/.test(name)),
    ];
    recordFigure({
      part: "leaks",
      item: `crash dumps, crash handlers: ${name}`,
      tries: 1,
      failures: dumps.length + handlers.length,
    });
    expect(state).toMatchObject({ uploads: false, lastReport: null });
    expect(handlers).toEqual([]);
    expect(dumps).toEqual([]);
  });
}

test("a crash reporter that is started would be seen", async ({ launch, desktop }) => {
  const app = await launch();
  await app.window();
  await app.electron.evaluate(({ crashReporter }) => crashReporter.start({ uploadToServer: false }));
  await expect.poll(() => crashHandlers(desktop.folder).length).toBeGreaterThan(0);
  await ends["main crashes by itself"](app);
  await expect.poll(() => dumpsBelow(desktop.folder).length).toBeGreaterThan(0);
});
