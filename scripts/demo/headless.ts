import { startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import type { Language } from "../../texts/index.ts";
import { DemoStage, pictureFolder } from "./demo-stage.ts";
import { playExpiry } from "./expiry-scene.ts";
import { playLogin } from "./login-scene.ts";

/**
 * Plays a person on a private desktop. Prints each step, and what another process observed of it. Resolves with the exit code: 1 if
 * an observation was wrong.
 */
export async function playHeadless(language: Language): Promise<number> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const desktop = cleanups.adopt(await startPrivateDesktop(), ({ stop }) => stop());
    const stage = new DemoStage(desktop, language, cleanups);
    await playLogin(stage);
    await playExpiry(stage);
    console.log(`\n${stage.texts.pictures(pictureFolder)}`);
    await cleanups.run();
    return stage.narrator.end();
  });
}
