import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";
import { startRecordingServer } from "../recording-server.ts";

test("a token is never sent to another origin than its own, however it is called for", async ({
  launch,
  launchLoggedIn,
}) => {
  const { app } = await launchLoggedIn();
  await app.end();
  const other = await startRecordingServer((socket) => socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n"));
  // The same computer, another port.
  const again = await launch({ apiOrigin: `http://127.0.0.1:${other.port}` });
  const page = await again.window();
  const kinds = await page.evaluate(async () => {
    const { checkToken, renewToken, revokeTokens, copyToken } = window.verifikTray;
    const outcomes = [
      await checkToken(),
      await renewToken({ months: 1 }),
      await revokeTokens(),
      await copyToken({ format: "token" }),
    ];
    return outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.error.kind));
  });
  recordFigure({
    part: "leaks",
    item: "calls with a token of another API: nothing is sent",
    tries: kinds.length,
    failures: other.received.length,
  });
  await other.close();
  expect(kinds).toEqual(["no-token", "no-token", "no-token", "no-token"]);
  expect(other.received).toEqual([]);
});
