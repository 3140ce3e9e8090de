import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { labels, logIn, typeNumber } from "../../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import type { Sandbox } from "../../../sandbox/server.ts";
import { ana, expect } from "../../fixtures/app-test.ts";
import { apiOrigin, test as base, resolved } from "../api-under-name.ts";
import { type ConnectProxy, type ProxyManner, startConnectProxy } from "../connect-proxy.ts";
import { howOften, recordFigure } from "../figures.ts";
import type { RecordingServer } from "../recording-server.ts";
import { trustingTestKey } from "../test-certificate.ts";

const test = base.extend<{ readonly connectProxy: ConnectProxy }>({
  async connectProxy({ front }, use) {
    const proxy = await startConnectProxy(front.port);
    await use(proxy);
    await proxy.close();
  },
});

/** The API can also be reached without the proxy, so that a request past the proxy would arrive. */
function args(front: RecordingServer): string[] {
  return [trustingTestKey(), resolved({ "api.verifik.test": front.port })];
}

type Source = (
  address: { readonly host: string; readonly port: number },
  desktop: PrivateDesktop,
) => Record<string, string>;

/** GNOME's settings in GLib's key file. */
function gnomeSettings(desktop: PrivateDesktop, lines: readonly string[]): Record<string, string> {
  const folder = join(String(desktop.env.XDG_CONFIG_HOME), "glib-2.0/settings");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "keyfile"), lines.join("\n"));
  return { XDG_CURRENT_DESKTOP: "GNOME", GSETTINGS_BACKEND: "keyfile" };
}

/** The places that can name a proxy, and the environment for each. */
const sources: Record<string, Source> = {
  "HTTPS_PROXY on GNOME, whose settings name none": ({ host, port }, desktop) => ({
    ...gnomeSettings(desktop, ["[system/proxy]", "mode='none'"]),
    HTTPS_PROXY: `http://${host}:${port}`,
  }),
  "GNOME's settings": ({ host, port }, desktop) =>
    gnomeSettings(desktop, [
      "[system/proxy]",
      "mode='manual'",
      "[system/proxy/https]",
      `host='${host}'`,
      `port=${port}`,
    ]),
  "KDE's settings": ({ host, port }, desktop) => {
    const lines = ["[Proxy Settings]", "ProxyType=1", `httpsProxy=http://${host} ${port}`, ""];
    // Chromium looks in ~/.config, whatever XDG_CONFIG_HOME says.
    const folder = join(String(desktop.env.HOME), ".config");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "kioslaverc"), lines.join("\n"));
    return { XDG_CURRENT_DESKTOP: "KDE", KDE_SESSION_VERSION: "5" };
  },
  "https_proxy without a scheme": ({ host, port }) => ({ https_proxy: `${host}:${port}` }),
  "ALL_PROXY, and NO_PROXY for others": ({ host, port }) => ({
    ALL_PROXY: `http://${host}:${port}`,
    NO_PROXY: "example.com,.local,10.0.0.0/8",
  }),
  "HTTPS_PROXY with a name and a password, which a proxy without one does not mind": ({ host, port }) => ({
    HTTPS_PROXY: `http://ana:secret@${host}:${port}`,
  }),
};

/** Checks the token. Resolves to the token that arrived at the API. */
async function checkToken(page: Page, sandbox: Sandbox): Promise<string> {
  await page.getByRole("button", { name: "Check token" }).click();
  await expect(page.getByText("Verifik accepts the token.")).toBeVisible();
  return String(sandbox.requests.at(-1)?.headers.authorization).replace("Bearer ", "");
}

for (const [source, environment] of Object.entries(sources).slice(0, howOften({ full: 6, short: 1 }))) {
  test(`with ${source} all requests go through the proxy, inside CONNECT`, async ({
    launch,
    sandbox,
    front,
    connectProxy: proxy,
    desktop,
  }) => {
    const schema = "/usr/share/glib-2.0/schemas/org.gnome.system.proxy.gschema.xml";
    test.skip(source.includes("GNOME") && !existsSync(schema), "GNOME's proxy settings are not installed here.");
    const env = environment({ host: "127.0.0.1", port: proxy.port }, desktop);
    const app = await launch({ apiOrigin, args: args(front), env });
    const page = await app.window();
    await logIn(page, sandbox, ana);
    const token = await checkToken(page, sandbox);
    expect(token).toMatch(/^eyJ/);

    const elsewhere = proxy.asked().filter((line) => line !== "CONNECT api.verifik.test:443 HTTP/1.1");
    const secrets = [token, ana.phone, "authorization", "secret"].flatMap((secret) => [
      secret,
      Buffer.from(secret).toString("base64").replaceAll("=", "").slice(0, -1),
    ]);
    const seen = proxy.received.filter((bytes) => {
      const text = bytes.toString("latin1").toLowerCase();
      return secrets.some((secret) => text.includes(secret.toLowerCase()));
    });
    const direct = front.received.length - proxy.received.length;
    recordFigure({
      part: "leaks",
      item: "connections by a proxy of the system or of the environment: to the API alone, the token inside CONNECT",
      tries: proxy.received.length,
      failures: elsewhere.length + seen.length + direct,
    });
    expect(sandbox.requests).toHaveLength(3);
    expect(proxy.asked()).toContain("CONNECT api.verifik.test:443 HTTP/1.1");
    expect(direct).toBe(0);
    expect(elsewhere).toEqual([]);
    expect(seen).toEqual([]);
  });
}

/** The window's text for each. If the proxy hangs up, it could also be the server behind it. */
const refused: Record<Exclude<ProxyManner, "tunnels">, RegExp> = {
  "wants-password": /^The proxy did not let the connection through/,
  forbids: /^The proxy did not let the connection through/,
  "talks-nonsense": /^The proxy did not let the connection through/,
  "hangs-up": /^The connection to Verifik was lost/,
};

test("a proxy that refuses the connection is named, and nothing bypasses it", async ({
  launch,
  front,
  connectProxy: proxy,
  sandbox,
}) => {
  const app = await launch({ apiOrigin, args: args(front), env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } });
  const page = await app.window();
  await typeNumber(page, ana);
  let tries = 0;
  const expectRefused = async (button: RegExp | string, words: RegExp) => {
    const before = proxy.received.length;
    await page.getByRole("button", { name: button }).click();
    // The previous text is gone once the proxy has been called.
    await expect.poll(() => proxy.received.length).toBeGreaterThan(before);
    await expect(page.getByRole("alert")).toHaveText(words);
    tries += 1;
  };
  for (const manner of Object.keys(refused) as (keyof typeof refused)[]) {
    proxy.manner = manner;
    await expectRefused(labels.sendCode, refused[manner]);
  }
  proxy.manner = "tunnels";
  await logIn(page, sandbox, ana);
  const through = front.received.length;
  // The first GET, so it needs a new connection.
  proxy.manner = "forbids";
  await expectRefused("Check token", refused.forbids);
  await proxy.close();
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  recordFigure({
    part: "leaks",
    item: "a request that a proxy refuses is not sent any other way",
    tries,
    failures: front.received.length - through,
  });
  expect(sandbox.requests).toHaveLength(2);
  expect(front.received).toHaveLength(through);
});
