import type { Page } from "@playwright/test";
import { enterCode, labels, requestCode } from "../../../desktop-lab/app/tray-app.ts";
import { type Endpoint, endpoints } from "../../../sandbox/endpoints.ts";
import { redirectTo } from "../../../sandbox/faults/transport-faults.ts";
import { ana, expect } from "../../fixtures/app-test.ts";
import { apiOrigin, resolved, test } from "../api-under-name.ts";
import { howOften, recordFigure } from "../figures.ts";
import { startRecordingServer, startTlsFront } from "../recording-server.ts";
import { trustingTestKey } from "../test-certificate.ts";

const statuses = [307, 301, 302, 303, 308].slice(0, howOften({ full: 5, short: 1 }));

/** The page's call of each endpoint. Resolves to the kind of failure. */
const calls: Record<Endpoint, (page: Page) => Promise<string>> = {
  "request-otp": (page) =>
    kindOf(page, () => window.verifikTray.requestOtp({ regionCode: "CO", phone: "300 123 4567", remember: false })),
  "confirm-otp": (page) => kindOf(page, () => window.verifikTray.confirmOtp({ otp: "000000" })),
  "get-client": (page) => kindOf(page, () => window.verifikTray.checkToken()),
  "renew-token": (page) => kindOf(page, () => window.verifikTray.renewToken({ months: 1 })),
  "revoke-tokens": (page) => kindOf(page, () => window.verifikTray.revokeTokens()),
};

async function kindOf(page: Page, call: () => ReturnType<typeof window.verifikTray.checkToken>): Promise<string> {
  const outcome = await page.evaluate(call);
  return outcome.ok ? "ok" : outcome.error.kind;
}

test("refuses redirects on every endpoint, whatever their target, and sends nothing there", async ({
  launch,
  sandbox,
  front,
}) => {
  const plain = await startRecordingServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
  const secure = await startTlsFront(plain.port);
  const hosts = { "api.verifik.test": front.port, "other.test": secure.port, "plain.test": plain.port };
  const app = await launch({ apiOrigin, args: [trustingTestKey(), resolved(hosts)] });
  const page = await app.window();
  const targets = (path: string) => [
    `${apiOrigin}/elsewhere`,
    `//api.verifik.test${path}?again`,
    `https://other.test${path}`,
    `https://api.verifik.test:${secure.port}${path}`,
    `http://plain.test${path}`,
    `http://127.0.0.1:${plain.port}${path}`,
    `http://api.verifik.test${path}`,
  ];
  let tries = 0;
  const wrong: string[] = [];

  async function tryAll(endpoint: Endpoint): Promise<void> {
    for (const status of statuses) {
      for (const target of targets(endpoints[endpoint])) {
        const before = sandbox.requests.length;
        sandbox.faults.next(endpoint, redirectTo(target, status));
        const kind = await calls[endpoint](page);
        tries += 1;
        // A revocation may have taken effect.
        const refused = endpoint === "revoke-tokens" ? "revocation-unanswered" : "redirect-refused";
        const sent = sandbox.requests.length - before + plain.received.length + secure.received.length;
        if (kind !== refused || sent !== 1)
          wrong.push(`${endpoint}, ${status} to ${target}: ${kind}, ${sent} requests`);
      }
    }
  }

  await tryAll("request-otp");
  const otp = await requestCode(page, sandbox, ana);
  await tryAll("confirm-otp");
  await enterCode(page, otp);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  await tryAll("get-client");
  await tryAll("renew-token");
  await tryAll("revoke-tokens");
  await Promise.all([plain.close(), secure.close()]);
  recordFigure({
    part: "leaks",
    item: "redirects, by each endpoint and status, to the same and to other hosts, ports and protocols: nothing is sent",
    tries,
    failures: wrong.length,
  });
  expect(tries).toBe(Object.keys(endpoints).length * statuses.length * 7);
  expect(wrong).toEqual([]);
});
