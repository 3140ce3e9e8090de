import { linkSync } from "node:fs";
import { join } from "node:path";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { trayLines } from "./tray-log.ts";

test.use({ desktopOptions: { trayHost: false } });

// `npm test` has each treatment and each outcome once.
for (const [treatment, does, accepted, refused] of [
  ["refuse", "refuses the icon", ["@all"], []],
  ["list-dead", "lists the icon at a wrong path", [], ["@all"]],
] as const) {
  test(`a tray that ${does} twice has it at the third attempt`, { tag: [...accepted] }, async ({ launch, desktop }) => {
    const host = await TrayHost.start(desktop.busAddress, (registration) => (registration < 3 ? treatment : "accept"));
    try {
      const app = await launch({ withoutTray: true, args: ["--hidden"] });
      const item = await host.nextItem();
      await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
      await expect.poll(() => trayLines(desktop)).toEqual(["host=status-notifier shown=true recreations=2"]);
      expect(host.registrations).toBe(3);
      expect(await app.hasWindow()).toBe(false);
    } finally {
      host.close();
    }
  });

  test(`the window opens and says why when the tray ${does} three times`, { tag: [...refused] }, async ({
    launch,
    desktop,
  }) => {
    const host = await TrayHost.start(desktop.busAddress, () => treatment);
    try {
      const app = await launch({ withoutTray: true, args: ["--hidden"] });
      const page = await app.window();
      await expect(page.getByText("This desktop's tray did not accept our icon")).toBeVisible();
      expect(host.registrations).toBe(3);
      expect(trayLines(desktop)).toEqual(["host=status-notifier shown=false recreations=2"]);
    } finally {
      host.close();
    }
  });
}

test("five restarts of the tray in a row leave one icon with a living menu", async ({ launch, desktop }) => {
  let host = await TrayHost.start(desktop.busAddress);
  try {
    const app = await launch({ withoutTray: true, args: ["--hidden"] });
    for (const _ of Array(5)) {
      await host.nextItem();
      host.close();
      host = await TrayHost.start(desktop.busAddress);
    }
    const item = await host.nextItem();
    await item.clickMenu("Open Verifik Tray");
    await app.window();
    expect(host.listed).toHaveLength(1);
    expect(host.registrations).toBe(1);
  } finally {
    host.close();
  }
});

test("the icon comes by the bus in its usual place when DBUS_SESSION_BUS_ADDRESS is empty", async ({
  launch,
  desktop,
}) => {
  const socket = /^unix:path=([^,]+)/.exec(desktop.busAddress)?.[1] ?? "";
  linkSync(socket, join(String(desktop.env.XDG_RUNTIME_DIR), "bus"));
  const host = await TrayHost.start(desktop.busAddress);
  try {
    await launch({ withoutTray: true, args: ["--hidden"], env: { DBUS_SESSION_BUS_ADDRESS: "" } });
    await (await host.nextItem()).waitForMenu((menu) => menu[0]?.label === "Not logged in");
    await expect.poll(() => trayLines(desktop)).toEqual(["host=status-notifier shown=true recreations=0"]);
  } finally {
    host.close();
  }
});
