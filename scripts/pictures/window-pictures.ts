import {
  type WindowStateName,
  windowStateNames,
  windowStates,
} from "../../desktop-lab/app/window-states/window-states.ts";
import { startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import type { Language } from "../../texts/index.ts";
import type { PictureName } from "./captions.ts";
import { PictureStage } from "./stage.ts";
import { pictureWindow, type Theme } from "./window-picture.ts";

/** Higher than the highest window of the app, with dense pixels. */
const display = "1280x1800x24";

/** Takes pictures of the window in every state and both themes. */
export async function takeWindowPictures(
  language: Language,
  fileOf: (name: PictureName, theme: Theme) => string,
): Promise<void> {
  for (const name of windowStateNames) {
    await takeWindowPicture(name, language, (theme) => fileOf(`window-${name}`, theme));
  }
}

async function takeWindowPicture(
  name: WindowStateName,
  language: Language,
  fileOf: (theme: Theme) => string,
): Promise<void> {
  const { desktopOptions, sandboxOptions, reach } = windowStates[name];
  const cleanups = new CleanupStack();
  try {
    const desktop = cleanups.adopt(await startPrivateDesktop({ display, ...desktopOptions }), ({ stop }) => stop());
    const stage = new PictureStage(desktop, language, cleanups);
    const sandbox = await stage.startSandbox(sandboxOptions);
    const page = await reach({ language, sandbox, launch: (options) => stage.launch(sandbox, options) });
    await pictureWindow(page, fileOf);
  } finally {
    await cleanups.run();
  }
}
