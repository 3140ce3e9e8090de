import { readdirSync } from "node:fs";
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

/** Ways out of the folder, its files by name, and what is only nearly the page's address. */
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
/** They would lead to it, but are not its address. */
const nearly = ["/index.html", "/index.js", "/?x", "/x"].map((path) => `app://verifik-tray${path}`);
const otherHosts = [
  "elsewhere",
  "verifik-tray.elsewhere",
  "localhost",
  "127.0.0.1",
  "verifik-tray:80",
  "user@verifik-tray",
  "VERIFIK-TRAY.",
];

test("our own scheme serves the window's page, and nothing else by whatever path, host or method", async ({
  launch,
}) => {
  const app = await launch();
  await app.window();
  const addresses = [
    ...paths.map((path) => `app://verifik-tray${path}`),
    ...otherHosts.map((host) => `app://${host}/index.html`),
    ...targets.map((target) => `app:///${target}`),
  ];
  const asked = [
    ...[...addresses, ...nearly].map((address) => ({ address, method: "GET" })),
    ...methods.map((method) => ({ address: "app://verifik-tray/", method })),
  ];
  const answers = await app.electron.evaluate(
    ({ session }, asked) =>
      Promise.all(
        asked.map(async ({ address, method }) => {
          const own = session.fromPartition("login-window");
          try {
            const response = await own.fetch(address, { method });
            return { address, method, status: response.status, body: await response.text() };
          } catch (error) {
            return { address, method, status: 0, body: String(error) };
          }
        }),
      ),
    asked,
  );
  const page = await app.electron.evaluate(async ({ session }) =>
    (await session.fromPartition("login-window").fetch("app://verifik-tray/")).text(),
  );
  // Chromium takes some spellings for the page's own address; they have got what anybody may have.
  const served = answers.filter(
    ({ address, method, status, body }) =>
      status === 200 && (body !== page || method !== "GET" || nearly.includes(address)),
  );
  recordFigure({
    part: "leaks",
    item: "paths, hosts and methods of the window's own scheme: its page, and nothing else",
    tries: answers.length,
    failures: served.length,
  });
  expect(page).toContain("<!doctype html>");
  expect(readdirSync(join(projectFolder, "out/renderer"))).toContain("index.html");
  expect(served.map(({ address, method }) => `${method} ${address}`)).toEqual([]);
  expect(answers.filter(({ body }) => body.includes("ERR_FILE_NOT_FOUND")).length).toBeGreaterThan(answers.length / 2);
});
