import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("with a display the demo is for a person: on their tray, with its own keyring, over when the app quits", async ({
  desktop,
}) => {
  const demo = spawn(process.execPath, ["--import", "tsx", "scripts/demo/demo.ts"], {
    cwd: projectFolder,
    env: { ...desktop.env, VERIFIK_TRAY_ELECTRON: process.env.VERIFIK_TRAY_ELECTRON, LC_ALL: "en_US.UTF-8" },
  });
  const exited = once(demo, "exit");
  let output = "";
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const item = await desktop.trayHost.nextItem(30_000);
  await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
  expect(output).toContain("In the window, log in with +57 300 123 4567.");
  await item.clickMenu("Quit");
  expect(await exited).toEqual([0, null]);
});

test("without a display it plays the person by itself, and everything that it observes holds", {
  tag: "@all",
}, async () => {
  test.setTimeout(150_000);
  const demo = spawn(process.execPath, ["--import", "tsx", "scripts/demo/demo.ts", "--headless"], {
    cwd: projectFolder,
    env: { ...process.env, LC_ALL: "es_CO.UTF-8" },
  });
  const exited = once(demo, "exit");
  let output = "";
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  expect({ exited: await exited, output }).toEqual({
    exited: [0, null],
    output: expect.stringMatching(/Las \d+ observaciones se cumplieron\./),
  });
});
