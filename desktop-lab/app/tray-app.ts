import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page } from "@playwright/test";
import type { TestAccount } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import type { TrayHost } from "../tray/tray-host.ts";
import type { TrayItem } from "../tray/tray-item.ts";
import { electronBinary } from "./electron-binary.ts";

export const projectFolder = join(import.meta.dirname, "../..");

/** What the app needs of a desktop. */
export interface AppDesktop {
  readonly env: Readonly<Record<string, string>>;
  readonly trayHost: Pick<TrayHost, "nextItem">;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A packaged build instead of the project: its program. */
  readonly packaged?: string;
  /** The desktop shows no icons: nobody waits for one. */
  readonly withoutTray?: boolean;
}

/** Whom an app of demo and tests may ask. The sandbox knows of no release, so where the check is on it finds nothing. */
export function loopbackAddresses(apiOrigin: string): Readonly<Record<string, string>> {
  return { VERIFIK_API_URL: apiOrigin, VERIFIK_TRAY_UPDATE_FEED: `${apiOrigin}/releases/latest` };
}

/** What every start of the app on a private desktop is given. */
export function launchArguments(args: readonly string[] = []): string[] {
  // Chromium's sandbox refuses to work for root; there is no graphics card behind a virtual display.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [projectFolder, ...asRoot, "--disable-gpu", ...args];
}

/** The app, running on a private desktop, with its icon in the tray. */
export class TrayApp {
  readonly electron: ElectronApplication;
  /** All that the app has written to standard output and standard error so far. */
  output = "";
  readonly #desktop: AppDesktop;
  readonly #process: ChildProcess;
  readonly #exited: Promise<number | null>;
  readonly #trayItem: TrayItem | undefined;

  private constructor(electron: ElectronApplication, trayItem: TrayItem | undefined, desktop: AppDesktop) {
    this.electron = electron;
    this.#trayItem = trayItem;
    this.#desktop = desktop;
    this.#process = electron.process();
    this.#exited = once(this.#process, "exit").then(([code]) => code);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
  }

  static async launch(desktop: AppDesktop, apiOrigin: string, options: LaunchOptions = {}): Promise<TrayApp> {
    const electron = await _electron.launch({
      executablePath: options.packaged ?? electronBinary(),
      args: launchArguments(options.args).slice(options.packaged ? 1 : 0),
      // Playwright switches it off by itself, for every user.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...desktop.env, ...loopbackAddresses(apiOrigin), ...options.env },
    });
    return new TrayApp(electron, options.withoutTray ? undefined : await desktop.trayHost.nextItem(), desktop);
  }

  get trayItem(): TrayItem {
    if (!this.#trayItem) throw new Error("The app was launched on a desktop without a tray.");
    return this.#trayItem;
  }

  /** The window, once it shows something. */
  async window(): Promise<Page> {
    const page = this.electron.windows()[0] ?? (await this.electron.firstWindow());
    await page.getByRole("main").waitFor();
    return page;
  }

  async hasWindow(): Promise<boolean> {
    return this.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length > 0);
  }

  /** Waits until everything behind the icon is there: the clock is watched last. */
  async waitUntilLoaded(): Promise<void> {
    // An answer may get lost while the application is loaded: the inspector holds it so weakly that a collection takes it.
    const watches = () =>
      this.electron.evaluate(({ powerMonitor }) => powerMonitor.listenerCount("resume") > 0).catch(() => false);
    await expect.poll(watches).toBe(true);
  }

  /** Waits until the tray's first line reads so. */
  async waitForStatus(line: string | RegExp, timeoutMs?: number): Promise<void> {
    await this.trayItem.waitForMenu((menu) => {
      const label = menu[0]?.label ?? "";
      return typeof line === "string" ? label === line : line.test(label);
    }, timeoutMs);
  }

  async menuLabels(): Promise<string[]> {
    return (await this.trayItem.menu()).filter(({ type }) => type !== "separator").map(({ label }) => label);
  }

  /** Quits by the menu and answers the exit code. */
  async quit(quitLabel = "Quit"): Promise<number | null> {
    await this.trayItem.clickMenu(quitLabel);
    return this.#exited;
  }

  /** Resolves with the exit code; `null` after a signal. */
  exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Ends the app as the system does at the end of a session. */
  async end(): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.#exited;
  }

  storeFile(): string {
    return join(String(this.#desktop.env.XDG_CONFIG_HOME), "verifik-tray", "token.json");
  }

  readStore(): string {
    return existsSync(this.storeFile()) ? readFileSync(this.storeFile(), "utf8") : "";
  }
}

/** Types the number and sends for a code; answers the code that the sandbox sent. */
export async function requestCode(page: Page, sandbox: Sandbox, account: TestAccount): Promise<string> {
  const sent = new Promise<string>((resolve) => {
    const stop = sandbox.onOtpSent(({ otp }) => {
      stop();
      resolve(otp);
    });
  });
  await typeNumber(page, account);
  await page.getByRole("button", { name: labels.sendCode }).click();
  const otp = await sent;
  await page.getByLabel(labels.verificationCode).waitFor();
  return otp;
}

/** Searches the country by name, calling code or ISO code, and takes the first that is found. */
export async function chooseCountry(page: Page, typed: string): Promise<void> {
  const picker = page.getByLabel(labels.country);
  await picker.fill(typed);
  await picker.press("Enter");
}

/** Types the number into the form, also when another one is remembered. */
export async function typeNumber(page: Page, account: TestAccount): Promise<void> {
  await page.getByRole("button", { name: labels.sendCode }).waitFor();
  const useOther = page.getByRole("button", { name: labels.useOtherNumber });
  // Right after a start the number of the last login may come, from the keyring, while the form is there already.
  await expect(async () => {
    if (await useOther.isVisible()) await useOther.click();
    await page.getByLabel(labels.phoneNumber).fill(account.displayNumber, { timeout: 2_000 });
  }).toPass();
}

/** Logs in by the window, as a person does. */
export async function logIn(page: Page, sandbox: Sandbox, account: TestAccount): Promise<void> {
  const otp = await requestCode(page, sandbox, account);
  await enterCode(page, otp);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
}

/** Types the code, which sends itself; it must be another one than before. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(labels.verificationCode).fill(code);
}

/** The window's accessible names, in either language. */
export const labels = {
  country: /^(Country|País)$/,
  phoneNumber: /^(Phone number|Número de teléfono)$/,
  useOtherNumber: /^(Use another number|Usar otro número)$/,
  rememberNumber: /^(Remember this number|Recordar este número)$/,
  sendCode: /^(Send code|Enviar código)$/,
  verificationCode: /^(Verification code|Código de verificación)$/,
  verify: /^(Verify|Verificar)$/,
  resendCode: /^(Resend code|Reenviar código)$/,
  changeNumber: /^(Change number|Cambiar número)$/,
  authenticatorCode: /^(Authenticator code|Código del autenticador)$/,
  copyToken: /^(Copy bearer token|Copiar token bearer)$/,
} as const;
