import { spawn } from "node:child_process";
import { once } from "node:events";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments, loopbackAddresses } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";

for (const [language, words, tag] of [
  ["en_US.UTF-8", "without it the window is not safe. Install the deb or rpm package instead.", []],
  ["es_CO.UTF-8", "sin él la ventana no es segura. Instala el paquete deb o rpm.", ["@all"]],
] as const) {
  test(`an AppImage does not start without Chromium's sandbox, and says why (${language})`, { tag: [...tag] }, async ({
    desktop,
    sandbox,
  }) => {
    const app = spawn(electronBinary(), [...launchArguments(), "--no-sandbox"], {
      env: {
        ...desktop.env,
        ...loopbackAddresses(sandbox.origin),
        LC_ALL: language,
        APPIMAGE: "/opt/verifik-tray.AppImage",
      },
    });
    try {
      let said = "";
      app.stderr.on("data", (chunk: Buffer) => {
        said += chunk;
      });
      await expect.poll(() => said).toContain(words);
      expect(desktop.trayHost.item).toBeUndefined();
    } finally {
      // The dialog that says it waits for somebody.
      app.kill("SIGKILL");
      await once(app, "exit");
    }
  });
}
