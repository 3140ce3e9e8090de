import { rmSync } from "node:fs";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { languageOfEnvironment } from "../../sandbox/cli/texts.ts";
import { demoTexts } from "../demo/demo-texts.ts";
import { runInteractively } from "../demo/interactive.ts";
import { appFolder, buildMain, writeAppFolder } from "./main-bundles.ts";
import { servePage } from "./page-server.ts";
import { RestartingApp } from "./restarting-app.ts";

const language = languageOfEnvironment(process.env);

process.exitCode = await runInteractively(language, demoTexts[language], async ([, ...args], env) => {
  const page = await servePage();
  try {
    writeAppFolder();
    await buildMain(page.origin);
    const app = new RestartingApp(electronBinary(), [appFolder, ...args, ...process.argv.slice(2)], env);
    page.onMainChange(() => app.restart(() => buildMain(page.origin)));
    return await app.run();
  } finally {
    // Nobody can start this main later, against whatever listens on the dev server's port then.
    rmSync(appFolder, { recursive: true, force: true });
    await page.close();
  }
});
