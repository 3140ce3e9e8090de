import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { type Attempt, attempts } from "../attempts.ts";
import { recordFigure } from "../figures.ts";
import { recordBrowser } from "../recorded-browser.ts";
import { startRecordingServer } from "../recording-server.ts";
import { filesIn, unexpectedFiles } from "../watched-files.ts";

interface Traces {
  navigation: number;
  download: number;
  allowed: string[];
}

/** Behind the product's own listeners, so that it sees what they have decided. */
async function watch({ electron }: TrayApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow, app, session }) => {
    const traces: Traces = { navigation: 0, download: 0, allowed: [] };
    Object.assign(globalThis, { traces });
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on("will-frame-navigate", ({ url, defaultPrevented }) => {
      if (defaultPrevented) traces.navigation += 1;
      else traces.allowed.push(url);
    });
    window?.webContents.on("did-frame-navigate", (_event, url) => traces.allowed.push(`at ${url}`));
    app.on("browser-window-created", () => traces.allowed.push("a window"));
    app.on("web-contents-created", (_event, contents) => traces.allowed.push(`contents: ${contents.getType()}`));
    session.fromPartition("login-window").on("will-download", (event) => {
      if (event.defaultPrevented) traces.download += 1;
      else traces.allowed.push("a download");
    });
  });
}

function traces({ electron }: TrayApp): Promise<Traces> {
  return electron.evaluate(() => (globalThis as unknown as { traces: Traces }).traces);
}

/** Runs it as a click's consequence; resolves with how the page saw it end. */
async function run(app: TrayApp, script: string): Promise<string> {
  return app.electron.evaluate(
    ({ BrowserWindow }, script) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.executeJavaScript(script, true) ?? "no window";
    },
    `Promise.race([
    (async () => { try { return String(await (async () => { ${script} })()) } catch (error) { return "threw " + error.name } })(),
    new Promise((resolve) => setTimeout(() => resolve("no answer"), 3000)),
  ])`,
  );
}

interface Counting {
  violations: number;
}

/** What the page's policy has refused, and what Chromium has of itself, which tells the console alone. */
async function refusedInPage(page: Page): Promise<{ readonly policy: number; readonly console: number }> {
  // The console's messages come in the order of these answers.
  const policy = await page.evaluate(() => (window as unknown as Counting).violations);
  return { policy, console: consoleErrors.get(page) ?? 0 };
}

const consoleErrors = new WeakMap<Page, number>();

async function isRefused(app: TrayApp, page: Page, { trace, script }: Attempt, place: string): Promise<boolean> {
  const before = { ...(await traces(app)), ...(await refusedInPage(page)) };
  const withPlace = script.replaceAll("PLACE", place);
  const ended = await run(app, trace === "returns-null" || trace === "rejects" ? `return ${withPlace}` : withPlace);
  if (trace === "returns-null") return ended === "null";
  if (trace === "rejects") return ended.startsWith("threw");
  const now = async () => ({ ...(await traces(app)), ...(await refusedInPage(page)) })[trace];
  return expect
    .poll(now, { timeout: 3_000 })
    .toBeGreaterThan(before[trace])
    .then(() => true)
    .catch(() => false);
}

test("whatever the page tries to go to, open, load or save is refused", async ({ launch, desktop }) => {
  const server = await startRecordingServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"));
  const place = `http://127.0.0.1:${server.port}`;
  const browser = recordBrowser(desktop);
  const app = await launch({ env: browser.env });
  const page = await app.window();
  await watch(app);
  await page.evaluate(() => {
    const counting = window as unknown as Counting;
    counting.violations = 0;
    addEventListener("securitypolicyviolation", () => {
      counting.violations += 1;
    });
  });
  page.on("console", (message) => {
    if (/^Not allowed to (load local resource|navigate top frame)/.test(message.text())) {
      consoleErrors.set(page, (consoleErrors.get(page) ?? 0) + 1);
    }
  });
  const filesBefore = filesIn(desktop.folder);
  const passed: string[] = [];
  for (const attempt of attempts) {
    if (!(await isRefused(app, page, attempt, place))) passed.push(attempt.name);
  }
  const dropped = join(desktop.folder, "dropped.html");
  writeFileSync(dropped, "<title>dropped</title>");
  filesBefore.push(dropped);
  await drop(page, { items: [], files: [dropped] });
  await drop(page, { items: [{ mimeType: "text/uri-list", data: place }], files: [] });
  await page.evaluate(() => window.verifikTray.getView());

  const { allowed } = await traces(app);
  const wrong = [
    ...passed,
    ...allowed,
    ...browser.opened().map((address) => `opened ${address}`),
    ...server.received.map((bytes) => `sent ${bytes.toString("latin1").slice(0, 80)}`),
    ...unexpectedFiles(filesBefore, filesIn(desktop.folder)),
    ...readdirSync(join(String(desktop.env.HOME))).filter((name) => name === "Downloads"),
    ...(/^app:\/\/verifik-tray\/#?$/.test(page.url()) ? [] : [page.url()]),
  ];
  await server.close();
  recordFigure({
    part: "leaks",
    item: "attempts of the page to navigate, open, load, send, save or accept a drop: all refused",
    tries: attempts.length + 2,
    failures: wrong.length,
  });
  expect(wrong).toEqual([]);
  await page.getByRole("main").waitFor();
});

interface Dragged {
  readonly items: readonly { readonly mimeType: string; readonly data: string }[];
  readonly files: readonly string[];
}

/** As the window system reports a drag that ends in the middle of the window. */
async function drop(page: Page, { items, files }: Dragged): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await client.send("Input.dispatchDragEvent", {
      type,
      x: 200,
      y: 300,
      data: { items: [...items], files: [...files], dragOperationsMask: 1 },
    });
  }
  await client.detach();
}
