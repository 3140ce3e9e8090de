import { expect, test } from "./fixtures.ts";

test("the window's page runs sandboxed under a strict policy, and reaches nothing but its bridge", async ({
  launch,
}) => {
  const app = await launch();
  const page = await app.window();
  expect(page.url()).toBe("app://verifik-tray/");

  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in the types, but what the renderer was really started with.
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
      "checkToken",
      "confirmOtp",
      "copyToken",
      "getView",
      "logOut",
      "onViewChanged",
      "openVerifik",
      "quit",
      "requestOtp",
      "resendOtp",
      "restart",
      "setAutostart",
      "startLogin",
    ],
  });
});

test("the page cannot be led away, open windows or be answered outside of the window's own frame", async ({
  launch,
}) => {
  const app = await launch();
  const page = await app.window();
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
});
