import type { Page } from "@playwright/test";
import type { Sandbox } from "../../sandbox/server.ts";
import { EndStack } from "../../tests/desktop/end-stack.ts";
import { type PrivateDesktopOptions, startPrivateDesktop } from "../../tests/desktop/private-desktop.ts";
import { enterCode, type LaunchOptions, labels, logIn, requestCode } from "../../tests/e2e/tray-app.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { type Language, textsFor } from "../../texts/index.ts";
import { pictureWindow, type Theme } from "../window-picture.ts";
import type { PictureName } from "./captions.ts";
import { Stage } from "./stage.ts";

/** Higher than any window of the app, scaled. */
const display = "1280x1800x24";

/** Takes the window in every state, in both themes. */
export async function takeWindowPictures(
  language: Language,
  fileOf: (name: PictureName, theme: Theme) => string,
): Promise<void> {
  async function play(options: PrivateDesktopOptions, act: (play: WindowPlay) => Promise<void>): Promise<void> {
    const ends = new EndStack();
    try {
      const desktop = ends.add(await startPrivateDesktop({ display, ...options }), ({ stop }) => stop());
      await act(new WindowPlay(new Stage(desktop, language, ends), language, fileOf));
    } finally {
      await ends.end();
    }
  }

  await play({}, async (scenes) => {
    await scenes.logInAndOut();
    await scenes.askForSecondFactor();
    await scenes.letCodeExpire();
    await scenes.comeNearExpiry();
    await scenes.letTokenExpire();
    await scenes.loseKeyring();
  });
  await play({ keyring: false }, (scenes) => scenes.logInWithout("keyring"));
  await play({ trayHost: false }, (scenes) => scenes.logInWithout("tray"));
}

class WindowPlay {
  constructor(
    private readonly stage: Stage,
    private readonly language: Language,
    private readonly fileOf: (name: PictureName, theme: Theme) => string,
  ) {}

  async logInAndOut(): Promise<void> {
    const { stage } = this;
    const words = textsFor(this.language);
    const sandbox = await stage.startSandbox();
    await this.#inWindow(sandbox, async (page) => {
      await page.getByLabel(labels.phoneNumber).fill(stage.nationalNumber);
      await this.#take(page, "window-phone-number");
      const otp = await requestCode(page, sandbox, stage.account);
      await this.#take(page, "window-code");
      await enterCode(page, otp === "123456" ? "654321" : "123456");
      await page.getByText(failureText(words.failures, { kind: "otp-wrong" })).waitFor();
      await this.#take(page, "window-wrong-code");
      await enterCode(page, otp);
      const copy = page.getByRole("button", { name: labels.copyToken });
      await copy.waitFor();
      await this.#take(page, "window-logged-in");
      await copy.click();
      await page.getByText(/\d+ (seconds|segundos)/).waitFor();
      await this.#take(page, "window-copied");
      await page.getByRole("button", { name: words.logOut }).click();
      await page.getByLabel(labels.phoneNumber).waitFor();
      await this.#take(page, "window-logged-out");
    });
  }

  async askForSecondFactor(): Promise<void> {
    const sandbox = await this.stage.startSandbox();
    await this.#inWindow(sandbox, async (page) => {
      await enterCode(page, await requestCode(page, sandbox, this.stage.accountWithSecondFactor));
      await page.getByLabel(labels.authenticatorCode).waitFor();
      await this.#take(page, "window-authenticator");
    });
  }

  async letCodeExpire(): Promise<void> {
    const sandbox = await this.stage.startSandbox({ otpLifetimeSeconds: 2 });
    await this.#inWindow(sandbox, async (page) => {
      await requestCode(page, sandbox, this.stage.account);
      await page.getByText(textsFor(this.language).codeRanOut).waitFor();
      await this.#take(page, "window-expired-code");
    });
  }

  async comeNearExpiry(): Promise<void> {
    const sandbox = await this.stage.startSandbox({ tokenLifetimeSeconds: 3.5 * 24 * 60 * 60 });
    await this.#inWindow(sandbox, async (page) => {
      await logIn(page, sandbox, this.stage.account);
      await this.#take(page, "window-expires-soon");
    });
  }

  async letTokenExpire(): Promise<void> {
    const sandbox = await this.stage.startSandbox({ tokenLifetimeSeconds: 3 });
    await this.#inWindow(sandbox, async (page) => {
      await logIn(page, sandbox, this.stage.account);
      await page.getByText(textsFor(this.language).tokenExpired).waitFor();
      await this.#take(page, "window-expired");
    });
  }

  /** As after a change to a desktop that has none. */
  async loseKeyring(): Promise<void> {
    const sandbox = await this.stage.startSandbox();
    await this.#inWindow(sandbox, (page) => logIn(page, sandbox, this.stage.account));
    const later = async (page: Page) => {
      await page.getByText(textsFor(this.language).storedTokenUnreadable).waitFor();
      await this.#take(page, "window-unreadable");
    };
    await this.#inWindow(sandbox, later, { args: ["--password-store=basic"] });
  }

  /** On a desktop that lacks it. */
  async logInWithout(missing: "keyring" | "tray"): Promise<void> {
    const sandbox = await this.stage.startSandbox();
    const act = async (page: Page) => {
      await logIn(page, sandbox, this.stage.account);
      await this.#take(page, missing === "tray" ? "window-without-tray" : "window-memory-only");
    };
    await this.#inWindow(sandbox, act, { withoutTray: missing === "tray" });
  }

  async #inWindow(sandbox: Sandbox, act: (page: Page) => Promise<void>, options?: LaunchOptions): Promise<void> {
    const app = await this.stage.launch(sandbox, options);
    await act(await app.window());
    await app.end();
  }

  #take(page: Page, name: PictureName): Promise<void> {
    return pictureWindow(page, (theme) => this.fileOf(name, theme));
  }
}
