import { labels, logIn, typeNumber } from "../../../desktop-lab/app/tray-app.ts";
import { ana, expect } from "../../fixtures/app-test.ts";
import { apiOrigin, resolved, test } from "../api-under-name.ts";
import { recordFigure } from "../figures.ts";
import { pass, type RecordingServer, startRecordingServer, startRecordingTlsServer } from "../recording-server.ts";
import { trustingTestKey } from "../test-certificate.ts";

const answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/** Servers with broken encryption. Each records the decrypted bytes that it received. */
const wrongServers: Record<string, () => Promise<RecordingServer>> = {
  "a self-signed certificate": () => startRecordingTlsServer("self-signed", (socket) => socket.end(answer)),
  "one for another host, too": () => startRecordingTlsServer("another-host", (socket) => socket.end(answer)),
  "one that has expired, too": () => startRecordingTlsServer("expired", (socket) => socket.end(answer)),
  "the right one, but TLS 1.1": () =>
    startRecordingTlsServer("trusted", (socket) => socket.end(answer), { maxVersion: "TLSv1.1" }),
};

test("sends nothing over an insecure connection, with or without the token", async ({ launch, sandbox, front }) => {
  let port = front.port;
  // Answers for the API's name, and forwards to the current server.
  const address = await startRecordingServer((socket, soFar) => {
    if (socket.listenerCount("data") === 1) pass(socket, port, soFar);
  });
  const app = await launch({ apiOrigin, args: [trustingTestKey(), resolved({ "api.verifik.test": address.port })] });
  const page = await app.window();
  const words = /^No secure connection was possible/;
  let tries = 0;
  let arrived = 0;

  async function clickAtEach(button: RegExp | string): Promise<void> {
    for (const start of Object.values(wrongServers)) {
      const wrong = await start();
      port = wrong.port;
      address.hangUp();
      const before = address.received.length;
      await page.getByRole("button", { name: button }).click();
      await expect.poll(() => address.received.length).toBeGreaterThan(before);
      await expect(page.getByRole("alert")).toHaveText(words);
      tries += 1;
      arrived += wrong.received.filter((bytes) => bytes.length > 0).length;
      await wrong.close();
    }
    port = front.port;
    address.hangUp();
  }

  await typeNumber(page, ana);
  await clickAtEach(labels.sendCode);
  await logIn(page, sandbox, ana);
  await clickAtEach("Check token");
  await clickAtEach(/^Renew$/);
  recordFigure({
    part: "leaks",
    item: "TLS errors, on calls with the token and without: no byte of a request is sent",
    tries,
    failures: arrived,
  });
  await address.close();
  expect(arrived).toBe(0);
  expect(sandbox.requests).toHaveLength(2);
});
