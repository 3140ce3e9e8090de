import { writeFile } from "node:fs/promises";
import { enterCode, labels, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import type { SandboxOptions } from "../../sandbox/server.ts";
import { type Language, type Texts, textsFor } from "../../texts/index.ts";
import type { PictureName } from "./captions.ts";
import { PanelCamera } from "./panel-camera.ts";
import { startPanelDesktop } from "./panel-desktop.ts";
import { PictureStage } from "./stage.ts";
import type { Theme } from "./window-picture.ts";

const daySeconds = 24 * 60 * 60;

/** Takes tooltip and menu in every state, and a notification, on a desktop with that theme. */
export async function takePanelPictures(
  language: Language,
  theme: Theme,
  fileOf: (name: PictureName) => string,
): Promise<void> {
  const cleanups = new CleanupStack();
  try {
    const desktop = cleanups.adopt(await startPanelDesktop(theme), ({ stop }) => stop());
    const stage = new PictureStage(desktop, language, cleanups);
    await new PanelPlay(stage, new PanelCamera(desktop), textsFor(language), fileOf).play();
  } finally {
    await cleanups.run();
  }
}

class PanelPlay {
  constructor(
    private readonly stage: PictureStage,
    private readonly camera: PanelCamera,
    private readonly words: Texts,
    private readonly fileOf: (name: PictureName) => string,
  ) {}

  async play(): Promise<void> {
    const { words } = this;
    const valid = await this.#launch({});
    await valid.app.waitForStatus(words.notLoggedIn);
    await this.#takeIcon("not-logged-in");
    await valid.logIn();
    await valid.app.waitForStatus(words.tokenValid({ unit: "day", count: 29 }));
    await this.#takeIcon("valid");
    await this.#write("menu-copy-as", await this.camera.takeSubmenu());
    await this.#end(valid.app);

    // The first reminder is due five seconds after the login.
    const reminded = await this.#launch({ tokenLifetimeSeconds: 7 * daySeconds + 5 });
    await this.#write("notification", await this.camera.takeNotification(reminded.logIn));
    await reminded.app.waitForStatus(words.tokenExpiresSoon({ unit: "day", count: 6 }));
    await this.#takeIcon("expires-soon");
    await this.#end(reminded.app);

    // Without a keyring nothing is renewed automatically, and the reminder says so. It leaves time to switch that on.
    const notRenewed = await this.#launch({ tokenLifetimeSeconds: 7 * daySeconds + 12 }, ["--password-store=basic"]);
    const cause = async () => {
      await notRenewed.logIn();
      await notRenewed.app.waitForStatus(words.tokenValid({ unit: "day", count: 7 }));
      await notRenewed.app.trayItem.clickMenu(words.automaticRenewal);
    };
    await this.#write("notification-not-renewed", await this.camera.takeNotification(cause));
    await this.#end(notRenewed.app);

    // The token has expired before the login, so no reminder is due.
    const expired = await this.#launch({ nowMs: () => Date.now() - 31 * daySeconds * 1000 });
    await expired.logIn();
    await expired.app.waitForStatus(words.tokenExpired);
    await this.#takeIcon("expired");
    await this.#end(expired.app);
  }

  async #launch(
    options: SandboxOptions,
    args: readonly string[] = [],
  ): Promise<{ readonly app: TrayApp; readonly logIn: () => Promise<void> }> {
    const sandbox = await this.stage.startSandbox(options);
    const app = await this.stage.launch(sandbox, { args: ["--hidden", ...args] });
    return {
      app,
      logIn: async () => {
        await app.trayItem.activate();
        const page = await app.window();
        await enterCode(page, await requestCode(page, sandbox, this.stage.account));
        await page.getByRole("button", { name: labels.more }).waitFor();
        await page.close();
      },
    };
  }

  async #end(app: TrayApp): Promise<void> {
    await app.end();
    await this.camera.waitUntilIconIsGone();
  }

  async #takeIcon(state: "not-logged-in" | "valid" | "expires-soon" | "expired"): Promise<void> {
    await this.#write(`tray-${state}`, await this.camera.takeTooltip());
    await this.#write(`menu-${state}`, await this.camera.takeMenu());
  }

  #write(name: PictureName, png: Buffer): Promise<void> {
    return writeFile(this.fileOf(name), png);
  }
}
