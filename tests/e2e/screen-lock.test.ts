import { BusConnection } from "../desktop/bus-connection.ts";
import { ana, expect, test } from "./fixtures.ts";
import { logIn } from "./tray-app.ts";

test("locking the screen clears the clipboard, by whichever name the desktop tells of it", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const app = await launch();
  await logIn(await app.window(), sandbox, ana);
  const bus = await BusConnection.open(desktop.busAddress);
  try {
    for (const name of ["freedesktop", "gnome", "mate", "cinnamon", "xfce"]) {
      // The one before is gone, so a token that is there now is of this copy.
      await app.trayItem.clickMenu("Copy bearer token");
      await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
      const screenSaver = { path: `/org/${name}/ScreenSaver`, interface: `org.${name}.ScreenSaver` };
      bus.emit({ ...screenSaver, member: "ActiveChanged", signature: "b", body: [true] });
      await expect.poll(() => desktop.clipboard.readClipboard()).toBe("");
      await expect.poll(() => desktop.clipboard.readPrimary()).toBe("");
    }
  } finally {
    bus.close();
  }
});
