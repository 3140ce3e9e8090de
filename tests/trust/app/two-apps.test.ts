import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { logIn } from "../../../desktop-lab/app/tray-app.ts";
import { ana, expect, sam, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";
import { profileOf, storedText } from "./bare-app.ts";

test("two apps on one profile, because the lock was removed: both tokens are there", async ({
  launch,
  sandbox,
  desktop,
}) => {
  test.skip(howOften({ full: 1, short: 0 }) === 0, "in the full form only: the stores are tried in both");
  const one = await launch();
  const profile = profileOf(desktop);
  const locks = readdirSync(profile).filter((name) => name.startsWith("Singleton"));
  expect(locks).toContain("SingletonLock");
  for (const name of locks) rmSync(join(profile, name));
  const other = await launch();
  // The other one has read the profile before this login, and knows nothing of it.
  await logIn(await one.window(), sandbox, ana);
  await expect.poll(() => one.readStore()).toContain("ciphertext");
  const { ciphertext } = JSON.parse(storedText(desktop)).tokens[sandbox.origin];
  await logIn(await other.window(), sandbox, sam);
  const stored = () => JSON.parse(storedText(desktop));
  await expect.poll(() => stored().tokens[sandbox.origin].ciphertext).not.toBe(ciphertext);
  const { keptAside } = stored();
  const holds = keptAside.length === 1 && keptAside[0].ciphertext === ciphertext;
  recordFigure({
    part: "losses",
    item: "two apps on one profile, the lock removed: the first's token is kept aside by the second's login",
    tries: 1,
    failures: holds ? 0 : 1,
  });
  expect(keptAside).toMatchObject([{ ciphertext }]);
});
