import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";

// The window has a button for it, so a page may do it: it costs the person a start, and nothing else.
test("a page that quits the app in the middle of other calls ends it in order, with the token kept", {
  tag: "@all",
}, async ({ launch, launchLoggedIn }) => {
  const { app, page } = await launchLoggedIn();
  await page.evaluate(() => {
    const { renewToken, checkToken, quit } = window.verifikTray;
    for (const call of [() => checkToken(), () => renewToken({ months: 1 }), quit, quit]) void call().catch(() => {});
  });
  const code = await app.exited();
  const again = await launch({ args: ["--hidden"] });
  await again.waitForStatus(/^Token valid/);
  recordFigure({
    part: "leaks",
    item: "the page quits the app during other calls: it quits cleanly and keeps the token",
    tries: 1,
    failures: code === 0 ? 0 : 1,
  });
  expect(code).toBe(0);
});
