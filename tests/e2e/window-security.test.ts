import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { withDeadline } from "../../desktop-lab/process/condition.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";

windowTest(
  "the window's page runs sandboxed under a strict policy, and reaches nothing but its bridge",
  async ({ app, page }) => {
    expect(page.url()).toBe("app://verifik-tray/");

    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in the types, but what the renderer was really started with.
      const { webContents } = window as unknown as {
        webContents: { getLastWebPreferences(): Record<string, unknown> };
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        webContents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });

    const inPage = await page.evaluate(async () => {
      // From a timer: what is evaluated from outside is not bound by the page's policy.
      const evaluated = await new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            resolve(String(new Function("return 1")()));
          } catch (error) {
            resolve((error as Error).name);
          }
        }, 0),
      );
      const fetched = await fetch("https://verifik.co").then(
        () => "answered",
        () => "refused",
      );
      const globals = ["require", "process", "module", "Buffer", "ipcRenderer"].filter((name) => name in window);
      return { evaluated, fetched, globals, bridge: Object.keys(window.verifikTray).sort() };
    });
    expect(inPage).toEqual({
      evaluated: "EvalError",
      fetched: "refused",
      globals: [],
      bridge: [
        "cancelLogin",
        "changeNumber",
        "changeSettings",
        "checkToken",
        "clearClipboard",
        "confirmOtp",
        "copyToken",
        "dismissCopy",
        "exportDiagnostics",
        "forgetNumber",
        "getEnrolment",
        "getView",
        "goTo",
        "hideUpdate",
        "logOut",
        "onViewChanged",
        "openRelease",
        "openVerifik",
        "quit",
        "renewToken",
        "requestOtp",
        "resendOtp",
        "restart",
        "revokeTokens",
        "setAutostart",
        "startLogin",
      ],
    });
  },
);

windowTest(
  "the page cannot navigate or open a window, and a malformed request is rejected without being quoted",
  async ({ app, page }) => {
    await page.evaluate(() => {
      window.open("https://verifik.co");
      location.href = "https://verifik.co";
    });
    await page.evaluate(() => window.verifikTray.getView());
    expect(page.url()).toBe("app://verifik-tray/");
    expect(app.electron.windows()).toHaveLength(1);

    const refused = await page.evaluate(() =>
      window.verifikTray.requestOtp({ regionCode: "CO", phone: 3001234567 } as never).then(
        () => "answered",
        (error: Error) => error.message,
      ),
    );
    expect(refused).toContain("request-otp: refused, not in the expected form");
    expect(refused).not.toContain("3001234567");
    // Playwright goes on waiting for the refused navigation.
    await page.close();
  },
);

windowTest("rejects a malformed message before any effect", async ({ page, sandbox }) => {
  const refusals = await page.evaluate(async () => {
    const { copyToken, renewToken, goTo, changeSettings, setAutostart, requestOtp, confirmOtp } = window.verifikTray;
    const asked: [(message: never) => Promise<unknown>, unknown[]][] = [
      [copyToken, [undefined, {}, { format: "jwt" }, { format: "token", to: "file" }]],
      [renewToken, [{ months: 0 }, { months: 13 }, { months: 1.5 }, { months: "1" }, {}]],
      [goTo, [{ route: "elsewhere" }, {}]],
      [
        changeSettings,
        [
          { language: "fr" },
          { reminders: { "7-days": true } },
          { ownReminder: { enabled: true, days: 366 } },
          { clipboardClearing: "never" },
          { variableName: 1 },
          { rememberNumber: false },
          { updateCheck: undefined },
          { updateCheck: "daily" },
        ],
      ],
      [setAutostart, [{ enabled: "yes" }]],
      [
        requestOtp,
        [
          { remembered: false, remember: true },
          { remembered: true, remember: true, phone: "3001234567" },
        ],
      ],
      [confirmOtp, [{ otp: "1", authenticatorOtp: "2" }]],
    ];
    const words = (done: Promise<unknown>) => done.then(JSON.stringify, (error: Error) => error.message);
    return Promise.all(asked.flatMap(([ask, messages]) => messages.map((message) => words(ask(message as never)))));
  });
  expect(refusals).toHaveLength(23);
  expect(refusals.filter((words) => !words.includes("refused, not in the expected form"))).toEqual([]);
  expect(sandbox.requests).toEqual([]);
});

/** What `getView` answers to a page that is not the window's own, but has the same bridge: the error's words. */
function askFromElsewhere({ electron }: TrayApp, where: "own window" | "second window", url: string): Promise<string> {
  return electron.evaluate(
    async ({ app, BrowserWindow, session }, { where, url }) => {
      const [own] = BrowserWindow.getAllWindows();
      const second = () =>
        new BrowserWindow({
          show: false,
          webPreferences: {
            session: session.fromPartition("login-window"),
            preload: `${app.getAppPath()}/out/preload/index.cjs`,
          },
        });
      const window = where === "own window" && own ? own : second();
      await window.loadURL(url);
      return window.webContents.executeJavaScript(
        "verifikTray.getView().then(() => 'answered', (error) => error.message)",
      );
    },
    { where, url },
  );
}

for (const [where, url] of [
  ["second window", "app://verifik-tray/"],
  ["second window", "data:text/html,<title>elsewhere</title>"],
  ["own window", "data:text/html,<title>elsewhere</title>"],
] as const) {
  windowTest(`${url} in the ${where} gets no answer`, async ({ app, page: _open }) => {
    expect(await askFromElsewhere(app, where, url)).toContain("get-view: refused, not from the login window");
  });
}

windowTest("the page's policy lets no frame be loaded, not even of its own origin", async ({ page }) => {
  const violated = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
        const frame = document.createElement("iframe");
        frame.src = "app://verifik-tray/";
        document.body.append(frame);
      }),
  );
  expect(await withDeadline(violated, 5_000, () => "the frame violates no policy")).toBe("frame-src");
});

test("the page is denied every permission", async ({ launch }) => {
  // Without a microphone nobody would be asked about it.
  const app = await launch({ args: ["--use-fake-device-for-media-stream"] });
  const page = await app.window();
  const answers = await page.evaluate(async () => {
    const nameOf = (asked: Promise<unknown>) =>
      asked.then(
        () => "granted",
        (error: Error) => error.name,
      );
    return {
      secure: isSecureContext,
      notifications: await Notification.requestPermission(),
      geolocation: (await navigator.permissions.query({ name: "geolocation" })).state,
      clipboard: await nameOf(navigator.clipboard.readText()),
      microphone: await nameOf(navigator.mediaDevices.getUserMedia({ audio: true })),
    };
  });
  expect(answers).toEqual({
    secure: true,
    notifications: "denied",
    geolocation: "denied",
    clipboard: "NotAllowedError",
    microphone: "NotAllowedError",
  });
});
