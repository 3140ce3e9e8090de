import { expect, test } from "../fixtures/app-test.ts";

// tests/trust/app has permissions, navigation, frames and senders.
test("runs the page sandboxed under a strict policy, with its bridge alone", async ({ launchWithWindow }) => {
  const { app, page } = await launchWithWindow();
  expect(page.url()).toBe("app://verifik-tray/");

  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's types: the preferences that the renderer was started with.
    const { webContents } = window as unknown as {
      webContents: { getLastWebPreferences(): Record<string, unknown> };
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = webContents.getLastWebPreferences();
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
    // In a timer, because the page's policy does not bind code that Playwright evaluates.
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
      "confirmOtp",
      "copyToken",
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
});

test("refuses a message of an unexpected form before anything is done, without repeating it", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { page } = await launchWithWindow();
  const refusals = await page.evaluate(async () => {
    const { copyToken, renewToken, goTo, changeSettings, setAutostart, requestOtp, confirmOtp } = window.verifikTray;
    const asked: [(message: never) => Promise<unknown>, unknown[]][] = [
      [copyToken, [undefined, {}, { format: "jwt" }, { format: "token", to: "file" }]],
      [renewToken, [{ months: 0 }, { months: 13 }, { months: 1.5 }, { months: "1" }, {}]],
      [goTo, [{ place: "elsewhere" }, {}]],
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
  const refused = await page.evaluate(() =>
    window.verifikTray
      .requestOtp({ regionCode: "CO", phone: 3001234567 } as never)
      .catch((error: Error) => error.message),
  );
  expect(refused).toContain("request-otp: refused, not in the expected form");
  expect(refused).not.toContain("3001234567");
});
