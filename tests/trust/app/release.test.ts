import { join } from "node:path";
import type { TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";
import { makePackagedFolder } from "../packaged-folder.ts";

const keys = [
  { keyCode: "F12", modifiers: [] },
  { keyCode: "I", modifiers: ["control", "shift"] },
  { keyCode: "J", modifiers: ["control", "shift"] },
  { keyCode: "C", modifiers: ["control", "shift"] },
  { keyCode: "R", modifiers: ["control"] },
  { keyCode: "U", modifiers: ["control"] },
] as const;

/** By each of these keys, by the call that a menu would make, and by the one that inspects what is under the pointer. */
function tryDevTools({ electron }: TrayApp): Promise<boolean[]> {
  return electron.evaluate(async ({ BrowserWindow, app }, keys) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return [true];
    const { webContents } = window;
    const isOpen = () => webContents.isDevToolsOpened() || webContents.devToolsWebContents !== null;
    let opened = false;
    webContents.on("devtools-opened", () => {
      opened = true;
    });
    // What comes after it in the page's process has been done when it answers.
    const settled = () => webContents.executeJavaScript("new Promise((done) => setTimeout(done, 100))");
    const tries: boolean[] = [];
    const attempt = async (open: () => void) => {
      open();
      await settled();
      tries.push(opened || isOpen());
    };
    for (const key of keys) {
      await attempt(() => {
        webContents.sendInputEvent({ type: "keyDown", ...key, modifiers: [...key.modifiers] });
        webContents.sendInputEvent({ type: "keyUp", ...key, modifiers: [...key.modifiers] });
      });
    }
    await attempt(() => webContents.openDevTools({ mode: "detach" }));
    await attempt(() => webContents.toggleDevTools());
    await attempt(() => webContents.inspectElement(10, 10));
    return [!app.isPackaged, ...tries];
  }, keys);
}

test("a release opens no developer tools, by whatever key or call", async ({ launch, desktop }) => {
  const app = await launch({ packaged: makePackagedFolder(join(desktop.folder, "release")) });
  await app.window();
  const [notARelease, ...opened] = await tryDevTools(app);
  recordFigure({
    part: "leaks",
    item: "ways to open developer tools in a release: none",
    tries: opened.length,
    failures: opened.filter(Boolean).length,
  });
  expect(notARelease).toBe(false);
  expect(opened).toEqual(new Array(keys.length + 3).fill(false));
});
