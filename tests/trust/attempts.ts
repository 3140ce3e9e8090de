/** How a refusal shows, in main or in the page. */
type Trace = "navigation" | "download" | "policy" | "console" | "returns-null" | "rejects";

export interface Attempt {
  readonly name: string;
  readonly trace: Trace;
  /** Runs in the page as if the person had just clicked. `PLACE` stands for a server's address. */
  readonly script: string;
}

const click = (html: string) =>
  `const link = document.createElement("a"); ${html} document.body.append(link); link.click(); link.remove();`;

export const attempts: readonly Attempt[] = [
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
    script: `navigator.serviceWorker.register("app://verifik-tray/")`,
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
