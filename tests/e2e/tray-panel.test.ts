import { expect, test } from "../fixtures/app-test.ts";

test("the icon has the colours for dark panels on GNOME's top bar, and the usual ones elsewhere", async ({
  launch,
}) => {
  const elsewhere = await launch();
  const usual = await elsewhere.trayItem.icon();
  await elsewhere.quit();
  const onGnome = await (await launch({ env: { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" } })).trayItem.icon();
  expect(onGnome).toEqual(usual.map((icon) => ({ ...icon, sha256: expect.not.stringMatching(icon.sha256) })));
});
