import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectFolder, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";
import { recordBrowser } from "../recorded-browser.ts";

interface Running {
  readonly app: TrayApp;
  readonly page: Page;
  readonly opened: () => readonly string[];
}

/** What the window's renderer was really started with. */
function preferences({ app }: Running): Promise<Record<string, unknown>> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const { webContents } = window as unknown as { webContents: { getLastWebPreferences(): Record<string, unknown> } };
    return JSON.parse(JSON.stringify(webContents.getLastWebPreferences()));
  });
}

function hasSwitch({ app }: Running, name: string): Promise<boolean> {
  return app.electron.evaluate(({ app }, name) => app.commandLine.hasSwitch(name), name);
}

function inPage<Answer>({ page }: Running, script: string): Promise<Answer> {
  return page.evaluate(script) as Promise<Answer>;
}

/** Runs in the page, and tells whether the event that follows was prevented. */
function isPrevented({ app }: Running, script: string): Promise<boolean> {
  return app.electron.evaluate(async ({ BrowserWindow }, script) => {
    const [window] = BrowserWindow.getAllWindows();
    const prevented = new Promise<boolean>((resolve) => {
      window?.webContents.once("will-frame-navigate", (event) => resolve(event.defaultPrevented));
    });
    void window?.webContents.executeJavaScript(script, true);
    return prevented;
  }, script);
}

/** https://www.electronjs.org/docs/latest/tutorial/security, in its order and its words. */
const checklist: Readonly<Record<string, (running: Running) => Promise<boolean>>> = {
  "1. Only load secure content": async (running) => {
    // Chromium's resource timing has no entries for app://, so the page's own elements name those files.
    const loaded = await inPage<string[]>(
      running,
      `[
        location.href,
        ...[...document.scripts].map(({ src }) => src),
        ...[...document.styleSheets].map(({ href }) => href),
        ...performance.getEntriesByType("resource").map(({ name }) => name),
      ]`,
    );
    const ownFiles = ["", "index.js", "index.css"].map((name) => `app://verifik-tray/${name}`);
    return loaded.join() === ownFiles.join() && inPage(running, "isSecureContext");
  },
  "2. Do not enable Node.js integration for remote content": async (running) => {
    const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = await preferences(running);
    const globals = await inPage(
      running,
      `["require", "process", "module", "Buffer", "global"].filter((name) => name in window).length`,
    );
    return !nodeIntegration && !nodeIntegrationInWorker && !nodeIntegrationInSubFrames && globals === 0;
  },
  "3. Enable context isolation": async (running) => (await preferences(running)).contextIsolation === true,
  "4. Enable process sandboxing": async (running) => {
    const pid = await running.app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const { sandbox } = await preferences(running);
    // Root has no sandbox; the suite is run as somebody else.
    const filtered = readFileSync(`/proc/${pid}/status`, "utf8").includes("Seccomp:\t2") || process.getuid?.() === 0;
    return sandbox === true && filtered && (await hasSwitch(running, "no-sandbox")) === (process.getuid?.() === 0);
  },
  "5. Handle session permission requests from remote content": async (running) => {
    const asked = await inPage(running, "Notification.requestPermission()");
    const lookedUp = await inPage(
      running,
      `navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state)`,
    );
    return asked === "denied" && lookedUp === "denied";
  },
  "6. Do not disable webSecurity": async (running) =>
    (await preferences(running)).webSecurity !== false && !(await hasSwitch(running, "disable-web-security")),
  "7. Define a Content Security Policy": async ({ app }) => {
    const policy = await app.electron.evaluate(async ({ session }) =>
      (await session.fromPartition("login-window").fetch("app://verifik-tray/")).headers.get("content-security-policy"),
    );
    return (
      policy ===
      "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
  },
  "8. Do not enable allowRunningInsecureContent": async (running) =>
    !(await preferences(running)).allowRunningInsecureContent &&
    !(await hasSwitch(running, "allow-running-insecure-content")),
  "9. Do not enable experimental features": async (running) =>
    !(await preferences(running)).experimentalFeatures &&
    !(await hasSwitch(running, "enable-experimental-web-platform-features")),
  "10. Do not use enableBlinkFeatures": async (running) =>
    !(await preferences(running)).enableBlinkFeatures && !(await hasSwitch(running, "enable-blink-features")),
  "11. Do not use allowpopups for WebViews": async (running) =>
    (await preferences(running)).webviewTag === false &&
    inPage(running, `!document.querySelector("webview") && !("getWebContentsId" in document.createElement("webview"))`),
  "12. Verify WebView options before creation": ({ app }) =>
    app.electron.evaluate(({ BrowserWindow }) => {
      let prevented = false;
      const event = { preventDefault: () => (prevented = true) };
      BrowserWindow.getAllWindows()[0]?.webContents.emit(
        "will-attach-webview",
        event,
        {},
        { src: "https://verifik.co" },
      );
      return prevented;
    }),
  "13. Disable or limit navigation": (running) => isPrevented(running, `location.href = "https://verifik.co"`),
  "14. Disable or limit creation of new windows": async (running) =>
    (await inPage(running, `window.open("https://verifik.co") === null`)) === true &&
    running.app.electron.windows().length === 1,
  "15. Do not use shell.openExternal with untrusted content": async (running) => {
    await inPage(running, `verifikTray.openVerifik("file:///etc/passwd", { url: "https://example.com" })`);
    await expect.poll(running.opened).not.toEqual([]);
    return JSON.stringify(running.opened()) === '["https://verifik.co/"]';
  },
  "16. Use a current version of Electron (another runs against an API on this computer only)": async ({
    app,
    page,
  }) => {
    const version = await app.electron.evaluate(() => process.versions.electron);
    const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
    const { api } = await page.evaluate(() => window.verifikTray.getView());
    return (
      /^\d+\.\d+\.\d+$/.test(devDependencies.electron) &&
      (version === devDependencies.electron || new URL(api.origin).hostname === "127.0.0.1")
    );
  },
  "17. Validate the sender of all IPC messages": ({ app }) =>
    app.electron.evaluate(async ({ BrowserWindow, app, ipcMain, session }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: session.fromPartition("login-window"),
          preload: `${app.getAppPath()}/out/preload/index.cjs`,
        },
      });
      await window.loadURL("app://verifik-tray/");
      const refusals: string[] = await window.webContents.executeJavaScript(
        `Promise.all(Object.entries(verifikTray).filter(([name]) => name !== "onViewChanged").map(([, ask]) => ask({}).then(() => "answered", ({ message }) => message)))`,
      );
      window.destroy();
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers;
      return (
        refusals.length === handlers.size &&
        // Nothing answers but those.
        ipcMain.eventNames().every((name) => name === "error" || ipcMain.listenerCount(name) === 0) &&
        refusals.every((words) => words.includes("refused, not from the login window"))
      );
    }),
  "18. Avoid usage of the file:// protocol": async (running) => {
    const addresses = await running.app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    );
    const fetched = await inPage(running, `fetch("file:///etc/hostname").then(() => "read", () => "refused")`);
    return addresses.length > 0 && addresses.every((address) => address.startsWith("app:")) && fetched === "refused";
  },
  // 19, which fuses can be changed, is a matter of the packaged program: the package's own test reads them there.
  "20. Do not expose Electron APIs to untrusted web content": async (running) =>
    inPage(
      running,
      `new Promise((resolve) => {
        const ownNames = Object.keys(verifikTray).every((name) => typeof verifikTray[name] === "function");
        verifikTray.onViewChanged((...all) => resolve(ownNames && all.length === 1 && !("sender" in all[0]) && !("ipcRenderer" in window) && !("electron" in window)));
        verifikTray.goTo({ route: "settings" });
      })`,
    ),
};

async function start(
  launch: (options: { env: Record<string, string> }) => Promise<TrayApp>,
  desktop: PrivateDesktop,
): Promise<Running> {
  const browser = recordBrowser(desktop);
  const app = await launch({ env: browser.env });
  return { app, page: await app.window(), opened: browser.opened };
}

test("Electron's security checklist holds of the running app, but for the fuses, which a package's test reads", async ({
  launch,
  desktop,
}) => {
  const running = await start(launch, desktop);
  const failed: string[] = [];
  for (const [item, holds] of Object.entries(checklist)) {
    if (!(await holds(running))) failed.push(item);
  }
  recordFigure({
    part: "leaks",
    item: "Electron's security checklist on the running app: all items but the fuses, which the package test reads",
    tries: Object.keys(checklist).length,
    failures: failed.length,
  });
  expect(failed).toEqual([]);
  expect(Object.keys(checklist)).toHaveLength(19);
});
