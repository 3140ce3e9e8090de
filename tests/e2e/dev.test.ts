import { spawn } from "node:child_process";
import { once } from "node:events";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { projectFolder } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";

function touch(path: string): void {
  utimesSync(join(projectFolder, path), new Date(), new Date());
}

// It builds three times and starts the app twice, which takes half a minute of both cores.
test("npm run dev shows the page of Vite's dev server, follows changes, and ends with its app", {
  tag: "@all",
}, async ({ desktop }) => {
  test.setTimeout(240_000);
  const dev = spawn(process.execPath, ["--import", "tsx", "scripts/dev/dev.ts", "--remote-debugging-port=0"], {
    cwd: projectFolder,
    env: { ...desktop.env, VERIFIK_TRAY_ELECTRON: process.env.VERIFIK_TRAY_ELECTRON, LC_ALL: "en_US.UTF-8" },
  });
  const exited = once(dev, "exit");
  let output = "";
  for (const stream of [dev.stdout, dev.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const debuggers = () => [...output.matchAll(/DevTools listening on (ws:\S+)/g)].map(([, address]) => String(address));
  /** The window of the app's nth start. */
  const window = async (nth: number) => {
    await expect.poll(() => debuggers().length, { timeout: 90_000 }).toBe(nth);
    const browser = await chromium.connectOverCDP(String(debuggers().at(-1)), { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error("The app shows no window.");
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    // The form comes with the state that main answers to the page of this origin.
    await page.getByRole("button", { name: "Send code" }).waitFor();
    return page;
  };
  try {
    const page = await window(1);
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);

    await page.evaluate(() => document.body.setAttribute("data-before", ""));
    touch("renderer/main.tsx");
    await expect(page.locator("body[data-before]")).toHaveCount(0);
    await page.getByRole("button", { name: "Send code" }).waitFor();

    touch("main/application.ts");
    const restarted = await window(2);

    expect(desktop.trayHost.item).toBeDefined();
    await restarted.context().browser()?.close();
    dev.kill("SIGINT");
    expect({ exited: await exited, output }).toMatchObject({ exited: [0, null] });
    await expect.poll(() => desktop.trayHost.item).toBeUndefined();
  } finally {
    dev.kill();
  }
});
