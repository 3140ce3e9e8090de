import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../../e2e/fixtures.ts";
import type { TrayApp } from "../../e2e/tray-app.ts";
import { recordFigure } from "../figures.ts";
import { recordBrowser } from "../recorded-browser.ts";
import { startRecordingServer } from "../recording-server.ts";
import { filesIn, unexpectedFiles } from "../watched-files.ts";

/** What main, or the page itself, tells of a refusal. */
type Trace = "navigation" | "download" | "policy" | "console" | "returns-null" | "rejects";

interface Attempt {
  readonly name: string;
  readonly trace: Trace;
  /** Runs in the page, as if the person had just clicked. `PLACE` is a server's address. */
  readonly script: string;
}

const click = (html: string) =>
  `const link = document.createElement("a"); ${html} document.body.append(link); link.click(); link.remove();`;

const attempts: readonly Attempt[] = [
  { name: "a link", trace: "navigation", script: click(`link.href = "PLACE";`) },
  { name: "location", trace: "navigation", script: `location.href = "PLACE"` },
  { name: "location.replace", trace: "navigation", script: `location.replace("PLACE")` },
  { name: "another path of our own", trace: "navigation", script: `location.href = "app://verifik-tray/other"` },
  { name: "another host of our own scheme", trace: "navigation", script: `location.href = "app://elsewhere/"` },
  { name: "a file", trace: "console", script: `location.href = "file:///etc/passwd"` },
  { name: "a mail address", trace: "navigation", script: `location.href = "mailto:ana@example.com"` },
  { name: "another program's scheme", trace: "navigation", script: `location.href = "ssh://example.com"` },
  { name: "a data: page", trace: "console", script: `location.href = "data:text/html,hello"` },
  {
    name: "a blob: page",
    trace: "navigation",
    script: `location.href = URL.createObjectURL(new Blob(["hello"], { type: "text/html" }))`,
  },
  {
    name: "meta refresh",
    trace: "navigation",
    script: `const meta = document.createElement("meta"); meta.httpEquiv = "refresh"; meta.content = "0;url=PLACE"; document.head.append(meta); setTimeout(() => meta.remove(), 1000)`,
  },
  {
    name: "a form",
    trace: "policy",
    script: `const form = document.createElement("form"); form.method = "post"; form.action = "PLACE"; document.body.append(form); form.submit(); form.remove()`,
  },
  { name: "a javascript: address", trace: "policy", script: `location.href = "javascript:fetch('PLACE')"` },
  { name: "a new window", trace: "returns-null", script: `window.open("PLACE")` },
  {
    name: "a new window of our own",
    trace: "returns-null",
    script: `window.open("app://verifik-tray/", "_blank", "nodeIntegration=yes")`,
  },
  { name: "an empty window", trace: "returns-null", script: `window.open("about:blank")` },
  { name: "a frame", trace: "policy", script: frame("PLACE") },
  { name: "a frame with a data: page", trace: "policy", script: frame("data:text/html,hello") },
  { name: "a frame with a blob: page", trace: "policy", script: frame("blob:app://verifik-tray/x") },
  { name: "an object", trace: "policy", script: embed("object", "data") },
  { name: "an embedded plug-in", trace: "policy", script: embed("embed", "src") },
  { name: "a picture from elsewhere", trace: "policy", script: embed("img", "src") },
  { name: "a script from elsewhere", trace: "rejects", script: `import("PLACE/x.js")` },
  {
    name: "a style from elsewhere",
    trace: "policy",
    script: `const style = document.createElement("link"); style.rel = "stylesheet"; style.href = "PLACE"; document.head.append(style); style.remove()`,
  },
  { name: "a font", trace: "rejects", script: `new FontFace("x", "url(PLACE)").load()` },
  {
    name: "markup from text",
    trace: "rejects",
    script: `Promise.resolve().then(() => { document.body.innerHTML = "<b>x</b>"; })`,
  },
  { name: "code from text", trace: "policy", script: `setTimeout("fetch('PLACE')")` },
  { name: "fetch", trace: "rejects", script: `fetch("PLACE")` },
  { name: "fetch of a file", trace: "rejects", script: `fetch("file:///etc/passwd")` },
  { name: "fetch of our own page", trace: "rejects", script: `fetch("app://verifik-tray/")` },
  { name: "a web socket", trace: "policy", script: `new WebSocket("PLACE".replace("http", "ws"))` },
  { name: "an event source", trace: "policy", script: `new EventSource("PLACE")` },
  { name: "a beacon", trace: "policy", script: `navigator.sendBeacon("PLACE", "x")` },
  { name: "a ping", trace: "policy", script: click(`link.href = "#"; link.ping = "PLACE";`) },
  { name: "a worker from a blob", trace: "policy", script: `new Worker(URL.createObjectURL(new Blob(["1"])))` },
  {
    name: "a shared worker from a blob",
    trace: "policy",
    script: `new SharedWorker(URL.createObjectURL(new Blob(["1"])))`,
  },
  {
    name: "a service worker",
    trace: "rejects",
    script: `navigator.serviceWorker.register("app://verifik-tray/index.js")`,
  },
  {
    name: "a download",
    trace: "download",
    script: click(`link.download = "x.txt"; link.href = URL.createObjectURL(new Blob(["x"]));`),
  },
  {
    name: "a download of a data: address",
    trace: "download",
    script: click(`link.download = "x.txt"; link.href = "data:text/plain,x";`),
  },
  {
    name: "a download of our own page",
    trace: "download",
    script: click(`link.download = "x.html"; link.href = "app://verifik-tray/";`),
  },
];

function frame(address: string): string {
  return `const frame = document.createElement("iframe"); frame.src = "${address}"; document.body.append(frame); setTimeout(() => frame.remove(), 1000)`;
}

function embed(tag: string, property: string): string {
  return `const made = document.createElement("${tag}"); made.${property} = "PLACE"; document.body.append(made); setTimeout(() => made.remove(), 1000)`;
}

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
    item: "ways for the page to go elsewhere, to open, load, send, save or be dropped something: all refused",
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
