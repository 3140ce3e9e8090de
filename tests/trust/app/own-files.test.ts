import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";

const ups = [
  "..",
  "%2e%2e",
  "..%2f",
  "%2e%2e%2f",
  "..%5c",
  "..\\",
  "%252e%252e",
  "....//",
  ".%00.",
  "%c0%ae%c0%ae",
  "．．",
];
const targets = ["etc/passwd", "main/index.cjs", "preload/index.cjs", "package.json"];
const methods = ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];

/** Ways out of the folder, and other spellings of file names. */
const paths: readonly string[] = [
  ...ups.flatMap((up) => targets.flatMap((target) => [`/${up}/${target}`, `/${`${up}/`.repeat(8)}${target}`])),
  ...targets.flatMap((target) => [
    `//${target}`,
    `/.//${target}`,
    `/%2f${target}`,
    `/x/../../${target}`,
    `/index.html/../../${target}`,
  ]),
  "/index.html%00.js",
  "/.",
  "/..",
  "/%",
  "/index",
  "/INDEX.HTML",
  "/index.html.",
  "/index.html/",
  "/index.html;.js",
  `/${"a".repeat(100_000)}.js`,
  `/${"a/".repeat(10_000)}x.js`,
  "/con.js",
  "/nul.html",
  "/.html",
];
const ownOrigin = "app://verifik-tray";
const ownTypes = { "/": "text/html", "/index.js": "text/javascript", "/index.css": "text/css" };
const ownPaths = Object.keys(ownTypes);
/** Close to an address that is served, but not the same. */
const nearly = ["/index.html", "/?x", "/x", "/index.js?x", "/index.css/", "/index.cjs", "/Index.js"].map(
  (path) => ownOrigin + path,
);
const otherHosts = [
  "elsewhere",
  "verifik-tray.elsewhere",
  "localhost",
  "127.0.0.1",
  "verifik-tray:80",
  "user@verifik-tray",
  "VERIFIK-TRAY.",
];

test("app:// serves the window's three files, and nothing else under any path, host or method", async ({ launch }) => {
  const app = await launch();
  await app.window();
  const addresses = [
    ...paths.map((path) => ownOrigin + path),
    ...otherHosts.flatMap((host) => ownPaths.map((path) => `app://${host}${path}`)),
    ...targets.map((target) => `app:///${target}`),
  ];
  const requests = [
    ...[...addresses, ...nearly].map((address) => ({ address, method: "GET" })),
    ...methods.flatMap((method) => ownPaths.map((path) => ({ address: ownOrigin + path, method }))),
  ];
  const fetchInWindow = (requests: readonly { readonly address: string; readonly method: string }[]) =>
    app.electron.evaluate(
      ({ session }, requests) =>
        Promise.all(
          requests.map(async ({ address, method }) => {
            const own = session.fromPartition("login-window");
            try {
              const response = await own.fetch(address, { method });
              const headers = Object.fromEntries(response.headers);
              return { address, method, status: response.status, headers, body: await response.text() };
            } catch (error) {
              return { address, method, status: 0, headers: {}, body: String(error) };
            }
          }),
        ),
      requests,
    );
  const own = await fetchInWindow(ownPaths.map((path) => ({ address: ownOrigin + path, method: "GET" })));
  const ownBodies = own.map(({ body }) => body);
  const answers = await fetchInWindow(requests);
  // Chromium normalizes some spellings to the address of a served file. Everything else has to fail.
  const wrong = answers.filter(
    ({ address, method, status, body }) =>
      status !== 0 && (method !== "GET" || nearly.includes(address) || !ownBodies.includes(body)),
  );
  recordFigure({
    part: "leaks",
    item: "paths, hosts and methods of the window's own scheme: its three files, and nothing else",
    tries: answers.length,
    failures: wrong.length,
  });
  expect(wrong.map(({ address, method }) => `${method} ${address}`)).toEqual([]);
  expect(answers.filter(({ status }) => status === 0).length).toBeGreaterThan(answers.length / 2);

  const folder = join(projectFolder, "out/renderer");
  expect(ownBodies).toEqual(
    ["index.html", "index.js", "index.css"].map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const policies = own.map(({ headers }) => headers["content-security-policy"]);
  expect(policies.filter((policy) => policy?.startsWith("default-src 'none'; "))).toHaveLength(ownPaths.length);
  for (const { address, headers } of own) {
    const type = ownTypes[address.slice(ownOrigin.length) as keyof typeof ownTypes];
    expect(headers).toMatchObject({ "content-type": `${type}; charset=utf-8`, "x-content-type-options": "nosniff" });
  }
});
