import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQuietly } from "../setup/run-quietly.mjs";
import { ordinaryUserPlace } from "../test/ordinary-user.mjs";
import { runPlaywright } from "../test/suites.mjs";
import { purgePackage } from "./apt-get.mjs";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs the tests as an ordinary user, with apt-get at their service. However they end, the package is purged.
 *
 * @param {{ electron: string, first: string, second: string, env: Readonly<Record<string, string>>, picture?: string }} what the
 *   debs' paths, the tests' options, and the path for a picture of the installed app
 * @returns {Promise<{ tally: import("../test/suites.mjs").Tally, figures: string }>} `figures` of what was installed, as lines
 */
export async function runAsOrdinaryUser({ electron, first, second, env, picture }) {
  const place = ordinaryUserPlace(electron);
  const socket = join(place.figures, "apt");
  const figuresFile = join(place.project, "installed-figures");
  const program = fileURLToPath(new URL("apt-service.mjs", import.meta.url));
  const service = spawn(process.execPath, [program, socket, first, second, figuresFile], {
    stdio: ["ignore", "pipe", "inherit"],
    // Ctrl-C is for the tests: the service is needed until they have ended.
    detached: true,
  });
  // They end the tests, and we have to tidy up.
  const ignore = () => {};
  for (const signal of signals) process.on(signal, ignore);
  try {
    await once(service.stdout, "data");
    const taken = join(place.figures, "installed.png");
    const environment = {
      ...process.env,
      ...env,
      ...(picture === undefined ? {} : { VERIFIK_TRAY_PICTURE: taken }),
      VERIFIK_TRAY_ELECTRON: place.electron,
      VERIFIK_TRAY_APT: socket,
    };
    const tally = runPlaywright("package", environment, place);
    if (picture !== undefined && existsSync(taken)) {
      copyFileSync(taken, picture);
      await runQuietly("pngquant", ["--quality=80-95", "--nofs", "--strip", "--force", "--ext=.png", picture]);
    }
    return { tally, figures: existsSync(figuresFile) ? readFileSync(figuresFile, "utf8") : "" };
  } finally {
    service.kill();
    await purgePackage();
    place.remove();
    for (const signal of signals) process.off(signal, ignore);
  }
}
