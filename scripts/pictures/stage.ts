import { type AppDesktop, type LaunchOptions, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { people } from "../../desktop-lab/app/window-states/stage.ts";
import type { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.ts";
import type { Language } from "../../texts/index.ts";
import { scale } from "./picture-file.ts";

/** Starts sandbox and app for pictures: in one language, on one desktop, with dense pixels. */
export class PictureStage {
  readonly #desktop: AppDesktop;
  readonly #language: Language;
  readonly #cleanups: CleanupStack;

  constructor(desktop: AppDesktop, language: Language, cleanups: CleanupStack) {
    this.#desktop = desktop;
    this.#language = language;
    this.#cleanups = cleanups;
  }

  /** The account of this language. */
  get account() {
    return people[this.#language].account;
  }

  async startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    return this.#cleanups.adopt(await startSandbox({ coolDownSeconds: 0, ...options }), ({ close }) => close());
  }

  async launch(sandbox: Sandbox, options: LaunchOptions = {}): Promise<TrayApp> {
    const app = await TrayApp.launch(this.#desktop, sandbox.origin, {
      ...options,
      args: [`--force-device-scale-factor=${scale}`, ...(options.args ?? [])],
      env: { ...options.env, LC_ALL: people[this.#language].locale },
    });
    return this.#cleanups.adopt(app, (launched) => launched.end());
  }
}
