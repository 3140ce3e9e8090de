import { writeFile } from "node:fs/promises";
import { logIn } from "../../desktop-lab/app/tray-app.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { PanelCamera } from "../../scripts/pictures/panel-camera.ts";
import { startPanelDesktop } from "../../scripts/pictures/panel-desktop.ts";
import { scale } from "../../scripts/pictures/picture-file.ts";
import { ana } from "../fixtures/app-test.ts";
import { program, StartedProgram } from "./installed-app.ts";
import { quit } from "./stage.ts";

/** Logs in to the installed program on a desktop of Xfce's panel, and takes a picture of its icon with the open menu. */
export async function takeInstalledPicture(file: string): Promise<void> {
  const cleanups = new CleanupStack();
  try {
    const desktop = cleanups.adopt(await startPanelDesktop("light"), ({ stop }) => stop());
    const sandbox = cleanups.adopt(await startSandbox({ coolDownSeconds: 0 }), ({ close }) => close());
    const env = { ...desktop.env, LC_ALL: "en_US.UTF-8", VERIFIK_API_URL: sandbox.origin };
    const args = ["--remote-debugging-port=0", `--force-device-scale-factor=${scale}`];
    const started = new StartedProgram(program, args, env);
    const item = await desktop.trayHost.nextItem();
    const page = await started.window();
    await logIn(page, sandbox, ana);
    await item.waitForMenu((menu) => menu[0]?.label === "Token valid · 29 days left");
    await page.close();
    await writeFile(file, await new PanelCamera(desktop).takeMenu());
    await quit(item);
    await started.exited();
  } finally {
    await cleanups.run();
  }
}
