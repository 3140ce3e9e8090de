import type { Page } from "@playwright/test";
import { chooseCopyAs, labels, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import { type TestAccount, testAccounts } from "../../../sandbox/accounts.ts";
import type { Sandbox } from "../../../sandbox/server.ts";
import { textsFor } from "../../../texts/index.ts";
import { expect } from "../../fixtures/app-test.ts";
import { wakeAndSkipPause } from "../../fixtures/wake-up.ts";
import type { Canaries } from "./canaries.ts";

const dayMs = 24 * 60 * 60 * 1000;
export const en = textsFor("en");

/** This account asks for an authenticator and enrols it at the first login. */
export const newcomer = testAccounts.find(({ role }) => role === "second-factor-enrolment") as TestAccount;

/** A person's actions by keyboard and mouse. A value that the test passed to the page would be on its heap because of the test. */
export class Player {
  readonly #codes: string[] = [];
  readonly #authenticatorCodes: string[] = [];

  constructor(
    readonly app: TrayApp,
    private readonly desktop: PrivateDesktop,
    private readonly sandbox: Sandbox,
    private readonly canaries: Canaries,
  ) {
    // The trust suite has long deadlines; these actions need only short ones.
    app.electron.context().setDefaultTimeout(20_000);
    sandbox.onOtpSent(({ otp }) => this.#codes.push(otp));
    sandbox.onAuthenticatorOtp(({ authenticatorOtp }) => this.#authenticatorCodes.push(authenticatorOtp));
  }

  async typeNumber(page: Page): Promise<void> {
    await page.getByLabel(labels.phoneNumber).focus();
    await page.keyboard.type(newcomer.displayNumber);
  }

  async sendNumber(page: Page): Promise<void> {
    await page.getByRole("button", { name: labels.sendCode }).click();
    await page.getByLabel(labels.verificationCode).waitFor();
  }

  /** Types a wrong code and waits for the window's message. */
  async typeWrongCode(page: Page, code: "000000" | "000001", says: RegExp): Promise<void> {
    await this.#typeOver(page, code);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
  }

  async typeCode(page: Page): Promise<void> {
    await this.#typeOver(page, this.#codes.at(-1) ?? "");
    await page.getByLabel(labels.authenticatorCode).waitFor();
  }

  async typeAuthenticatorCode(page: Page): Promise<void> {
    await this.#typeOver(page, this.#authenticatorCodes.at(-1) ?? "");
    await page.getByRole("button", { name: labels.copyToken }).waitFor();
  }

  /** Copies the token in each format, by window and by menu, and adds it to the canaries. */
  async copyInAllForms(page: Page): Promise<void> {
    await page.getByRole("button", { name: labels.copyToken }).click();
    const token = await this.#pasted(/^eyJ/);
    this.canaries.noteToken(token);
    await this.app.trayItem.clickMenu(en.authorizationHeader);
    await this.#pasted(new RegExp(`^Authorization: Bearer ${token}$`));
    await chooseCopyAs(page, `${en.envLineFormat} VERIFIK_TOKEN`);
    await this.#pasted(new RegExp(`=${token}$`));
  }

  /** Presses a button that calls Verifik, and waits until the window shows the result. */
  async ask(page: Page, label: string): Promise<void> {
    const button = page.getByRole("button", { name: label, exact: true });
    const arrived = this.sandbox.nextRequest(() => true);
    await button.click();
    await arrived;
    await expect(button).toHaveAttribute("aria-busy", "false");
  }

  /** Sets the clocks ahead to the last third of a week's token, whose automatic renewal is on, and waits until the window says that it was renewed. */
  async waitForAutomaticRenewal(page: Page): Promise<void> {
    await this.app.electron.evaluate(wakeAndSkipPause, 5.25 * dayMs);
    await page.getByText(/^Renewed automatically on/).waitFor();
  }

  async crashWindow(): Promise<Page> {
    const reopened = this.app.electron.waitForEvent("window");
    await this.app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    const page = await reopened;
    await page.getByRole("main").waitFor();
    return page;
  }

  /** Throws an error in main whose message contains every secret. */
  async failInMain(): Promise<void> {
    const quoted = this.canaries
      .all()
      .map(({ value }) => value)
      .join(" ");
    const thrown = this.app.electron.evaluate((_electron, message) => {
      setTimeout(() => {
        throw new Error(message);
      }, 0);
      void Promise.reject(new Error(message));
    }, quoted);
    // The inspector holds its answer by a weak reference and may lose it. The lines below show that both errors were thrown.
    await thrown.catch(() => {});
    await expect
      .poll(() => this.app.output)
      .toMatch(/error: exception[\s\S]*error: rejection|error: rejection[\s\S]*error: exception/);
  }

  /** Types into the focused field, in place of its text. */
  async #typeOver(page: Page, code: string): Promise<void> {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(code);
  }

  async #pasted(form: RegExp): Promise<string> {
    await expect.poll(() => this.desktop.clipboard.readClipboard()).toMatch(form);
    return this.desktop.clipboard.readClipboard();
  }
}
