import { expect, test } from "../../fixtures/app-test.ts";
import { type CanaryName, createCanaries } from "../canary/canaries.ts";
import { countInMemory } from "../canary/memory.ts";
import { en, newcomer, Player } from "../canary/play.ts";
import { recordFigure } from "../figures.ts";

const canaries = createCanaries(newcomer.phone);

test.use({ trace: "off", sandboxOptions: { coolDownSeconds: 0, secrets: canaries.secrets } });

/** A measurement without a bound: V8 and Chromium keep copies of strings until they use the memory again. */
test("what stays in the memory of main is measured", { tag: "@all" }, async ({ desktop, sandbox, launch }) => {
  const app = await launch();
  const pid = app.electron.process().pid ?? 0;
  const player = new Player(app, desktop, sandbox, canaries);
  const page = await app.window();
  await player.typeNumber(page);
  await player.sendNumber(page);
  await player.typeCode(page);
  const during = countInMemory(pid, canaries.all());
  await player.typeAuthenticatorCode(page);
  await player.copyInAllForms(page);
  const loggedIn = countInMemory(pid, canaries.all());
  await app.trayItem.clickMenu(en.logOut);
  await app.waitForStatus(en.notLoggedIn);
  const loggedOut = countInMemory(pid, canaries.all());
  const report = (counts: ReadonlyMap<CanaryName, number>) =>
    [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
  const stages = { "at the enrolment": during, "logged in, copied": loggedIn, "logged out": loggedOut };
  for (const [stage, counts] of Object.entries(stages)) {
    recordFigure({
      part: "leaks",
      item: `secrets in main's memory, no guarantee, ${stage}`,
      tries: 1,
      failures: 0,
      measured: `copies: ${report(counts)}`,
    });
  }
  // Shows that the measurement works: it finds the token that the app must have.
  expect(during.get("authenticator key")).toBeGreaterThan(0);
  expect(loggedIn.get("token")).toBeGreaterThan(0);
});
