import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import type { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { printCodes } from "../../sandbox/cli/printer.ts";
import { sandboxTexts } from "../../sandbox/cli/texts.ts";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { type Language, type Texts, textsFor } from "../../texts/index.ts";
import { pictureWindow } from "../pictures/window-picture.ts";
import { projectFolder } from "../project-folder.mjs";
import { assertLoopback } from "../runtime/loopback.mjs";
import { demoTexts } from "./demo-texts.ts";
import { Narrator } from "./narrator.ts";

/** From the project's folder. */
export const pictureFolder = "out/demo";

export const [ana] = testAccounts as [(typeof testAccounts)[number]];

/** Desktop, language and narrator of the headless demo. */
export class DemoStage {
  readonly texts;
  /** The texts of the app. */
  readonly words: Texts;
  readonly narrator: Narrator;

  constructor(
    readonly desktop: PrivateDesktop,
    private readonly language: Language,
    private readonly cleanups: CleanupStack,
  ) {
    this.texts = demoTexts[language];
    this.words = textsFor(language);
    this.narrator = new Narrator(this.texts);
    mkdirSync(join(projectFolder, pictureFolder), { recursive: true });
  }

  /** The language as the environment of a program has it. */
  get locale(): string {
    return { en: "en_US.UTF-8", es: "es_CO.UTF-8" }[this.language];
  }

  async startSandbox(options: { readonly tokenLifetimeSeconds?: number }): Promise<Sandbox> {
    const sandbox = this.cleanups.adopt(await startSandbox({ coolDownSeconds: 0, ...options }), ({ close }) => close());
    assertLoopback(sandbox.origin);
    printCodes(sandbox, sandboxTexts[this.language], (line) => console.log(`   · ${line}`));
    return sandbox;
  }

  async launch(sandbox: Sandbox): Promise<TrayApp> {
    return this.cleanups.adopt(await TrayApp.launch(this.desktop, sandbox.origin), (app) => app.end());
  }

  /** Takes pictures of the window in both themes. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = join(projectFolder, pictureFolder);
    await pictureWindow(page, (theme) => join(folder, `${name}-${this.language}-${theme}.png`));
  }
}
