import { labels } from "../../desktop-lab/app/tray-app.ts";
import { startWaylandCompositor } from "../../desktop-lab/desktop/wayland-compositor.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("the window opens on native Wayland", async ({ launch, desktop }) => {
  const compositor = await startWaylandCompositor(desktop.env);
  try {
    const app = await launch({ args: ["--ozone-platform=wayland"], env: compositor.env });
    await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeVisible();
    // X11 is still there: an Electron that ignores the switch would use it.
    expect(await app.electron.evaluate(({ app }) => app.commandLine.getSwitchValue("ozone-platform"))).toBe("wayland");
  } finally {
    await compositor.end();
  }
});
