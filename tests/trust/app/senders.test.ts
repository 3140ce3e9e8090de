import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";

test("only the main frame of our own page in our own window is answered", async ({ launch }) => {
  const app = await launch();
  const page = await app.window();
  const answers = await app.electron.evaluate(async ({ BrowserWindow, app, ipcMain, session }) => {
    type Handler = (event: { senderFrame: unknown }, message?: unknown) => Promise<unknown>;
    // Electron has no other way to ask as a frame that has no preload script: with it a sub-frame asks as it is.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const words: Record<string, string> = {};
    const [own] = BrowserWindow.getAllWindows();
    if (!own) throw new Error("no window");
    const bridge = `(typeof verifikTray === "undefined" ? Promise.reject(new Error("no bridge")) : verifikTray.getView()).then(() => "answered", (error) => error.message)`;
    async function askAs(name: string, senderFrame: unknown): Promise<void> {
      for (const [channel, handler] of handlers) {
        // Were they answered, it would be with the end.
        if (channel === "quit" || channel === "restart") continue;
        try {
          await handler({ senderFrame });
          words[`${name}: ${channel}`] = "answered";
        } catch (error) {
          words[`${name}: ${channel}`] = (error as Error).message;
        }
      }
    }

    // Sub-frames of the same origin, which its policy does not forbid.
    await own.webContents.executeJavaScript(
      `for (const name of ["one", "two"]) { const frame = document.createElement("iframe"); frame.name = name; document.body.append(frame); }`,
    );
    for (const frame of own.webContents.mainFrame.frames) {
      await askAs(`a sub-frame of our page, ${frame.origin}`, frame);
      words[`the bridge in ${frame.name}`] = String(await frame.executeJavaScript(bridge));
    }
    await own.webContents.executeJavaScript(`for (const frame of document.querySelectorAll("iframe")) frame.remove()`);
    await askAs("a frame that is gone", null);

    own.webContents.openDevTools({ mode: "detach", activate: false });
    if (!own.webContents.devToolsWebContents)
      await new Promise<void>((resolve) => own.webContents.once("devtools-opened", () => resolve()));
    const tools = own.webContents.devToolsWebContents;
    if (tools) {
      await askAs("developer tools", tools.mainFrame);
      words["the bridge in developer tools"] = await tools.executeJavaScript(bridge);
    }
    own.webContents.closeDevTools();

    const second = new BrowserWindow({
      show: false,
      webPreferences: {
        session: session.fromPartition("login-window"),
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        nodeIntegrationInSubFrames: true,
      },
    });
    for (const url of [
      "app://verifik-tray/",
      "app://verifik-tray/other",
      "about:blank",
      "data:text/html,<iframe></iframe>",
      "data:text/html,<iframe srcdoc=x></iframe>",
    ]) {
      await second.loadURL(url).catch(() => {});
      for (const frame of second.webContents.mainFrame.framesInSubtree) {
        await askAs(
          `another window at ${url}, ${frame === second.webContents.mainFrame ? "main" : "sub"}-frame`,
          frame,
        );
        words[`the bridge in another window at ${url}, ${frame.url}`] = String(await frame.executeJavaScript(bridge));
      }
    }
    second.destroy();
    const atHome = await own.webContents.executeJavaScript(`history.pushState({}, "", "/elsewhere"); ${bridge}`);
    for (const url of ["app://elsewhere/", "about:blank", "data:text/html,x"]) {
      await own.loadURL(url).catch(() => {});
      if (own.webContents.getURL() !== url) words[`our window at ${url}`] = `is at ${own.webContents.getURL()}`;
      await askAs(`our window at ${url}`, own.webContents.mainFrame);
      words[`the bridge in our window at ${url}`] = await own.webContents.executeJavaScript(bridge);
    }
    return { words, atHome };
  });
  const answered = Object.entries(answers.words).filter(
    ([, words]) => !/refused, not from the login window|no bridge/.test(words),
  );
  recordFigure({
    part: "leaks",
    item: "IPC calls on every channel from other frames, windows, pages and developer tools: none answered",
    tries: Object.keys(answers.words).length,
    failures: answered.length,
  });
  expect(answered).toEqual([]);
  expect(Object.keys(answers.words).length).toBeGreaterThan(200);
  // The same page under another path of its own is still the page.
  expect(answers.atHome).toBe("answered");
  expect(page.isClosed()).toBe(false);
});
