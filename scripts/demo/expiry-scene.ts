import { labels, logIn } from "../../desktop-lab/app/tray-app.ts";
import { ana, type DemoStage } from "./demo-stage.ts";
import { firstLine } from "./observations.ts";

/** A token expires after ten seconds: the person gets the reminder, and clicks it. */
export async function playExpiry(stage: DemoStage): Promise<void> {
  const { texts, narrator, words } = stage;
  narrator.step(texts.expires);
  const sandbox = await stage.startSandbox({ tokenLifetimeSeconds: 10 });
  const app = await stage.launch(sandbox);
  const page = await app.window();
  await logIn(page, sandbox, ana);
  await app.waitForStatus(words.tokenExpiresSoon({ unit: "minute", count: 0 }));
  narrator.observed(texts.trayHost, await firstLine(app), words.tokenExpiresSoon({ unit: "minute", count: 0 }));
  await stage.picture(page, "8-expires-soon");

  narrator.step(texts.reminded);
  const notification = await stage.desktop.notifications.next(undefined, 20_000);
  await app.waitForStatus(words.tokenExpired);
  narrator.observed(texts.notificationServer, notification.summary, words.reminderExpired);
  narrator.observed(texts.trayHost, await firstLine(app), words.tokenExpired);
  // The live region has the same text, so there may be two.
  await page.getByRole("heading", { name: words.expired }).waitFor();
  await stage.picture(page, "9-expired");
  await page.close();

  narrator.step(texts.clicks);
  stage.desktop.notifications.click(notification.id);
  const opened = await app.window();
  await opened.getByRole("button", { name: labels.sendCode }).waitFor();
  const focused = await opened.evaluate(() => document.activeElement?.textContent);
  narrator.observed(texts.keyboard, focused, words.sendCode);

  narrator.step(texts.quits);
  narrator.observed(texts.process, await app.quit(words.quit), 0);
}
