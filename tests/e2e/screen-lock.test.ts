import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("locking the screen clears the clipboard, by whichever name the desktop tells of it", async ({
  launchLoggedIn,
  desktop,
}) => {
  const { app } = await launchLoggedIn();
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
