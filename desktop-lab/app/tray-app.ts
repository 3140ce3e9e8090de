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

/** The parts of a desktop that the app needs. */
export interface AppDesktop {
  readonly env: Readonly<Record<string, string>>;
  readonly trayHost: Pick<TrayHost, "nextItem">;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The program of a packaged build, to run that instead of the project. */
  readonly packaged?: string;
  /** Do not wait for a tray icon: the desktop has no tray. */
  readonly withoutTray?: boolean;
}

/** Environment that points the app to the sandbox only. The sandbox has no releases, so an update check finds none. */
export function loopbackAddresses(apiOrigin: string): Readonly<Record<string, string>> {
  return { VERIFIK_API_URL: apiOrigin, VERIFIK_TRAY_UPDATE_FEED: `${apiOrigin}/releases/latest` };
}

/** Electron's arguments for the app on a private desktop. */
export function launchArguments(args: readonly string[] = []): string[] {
  // Chromium's sandbox does not run as root, and a virtual display has no graphics card.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [projectFolder, ...asRoot, "--disable-gpu", ...args];
}

/** The app, running on a private desktop. */
export class TrayApp {
  readonly electron: ElectronApplication;
  /** The app's standard output and standard error so far. */
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

  /** Starts the app against the API at `apiOrigin`. Resolves when its icon is in the tray. */
  static async launch(desktop: AppDesktop, apiOrigin: string, options: LaunchOptions = {}): Promise<TrayApp> {
    const electron = await _electron.launch({
      executablePath: options.packaged ?? electronBinary(),
      args: launchArguments(options.args).slice(options.packaged ? 1 : 0),
      // Playwright disables the sandbox by default.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...desktop.env, ...loopbackAddresses(apiOrigin), ...options.env },
    });
    return new TrayApp(electron, options.withoutTray ? undefined : await desktop.trayHost.nextItem(), desktop);
  }

  get trayItem(): TrayItem {
    if (!this.#trayItem) throw new Error("The app was launched on a desktop without a tray.");
    return this.#trayItem;
  }

  /** The window, once its content is rendered. */
  async window(): Promise<Page> {
    const page = this.electron.windows()[0] ?? (await this.electron.firstWindow());
    await page.getByRole("main").waitFor();
    return page;
  }

  async hasWindow(): Promise<boolean> {
    return this.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length > 0);
  }

  /** Waits until the whole application is loaded. It subscribes to `powerMonitor` last. */
  async waitUntilLoaded(): Promise<void> {
    // `evaluate` may fail while the application loads, because the inspector holds its result by a weak reference.
    const isLoaded = () =>
      this.electron.evaluate(({ powerMonitor }) => powerMonitor.listenerCount("resume") > 0).catch(() => false);
    await expect.poll(isLoaded).toBe(true);
  }

  /** Waits until the tray menu's first line is `line`. */
  async waitForStatus(line: string | RegExp, timeoutMs?: number): Promise<void> {
    await this.trayItem.waitForMenu((menu) => {
      const label = menu[0]?.label ?? "";
      return typeof line === "string" ? label === line : line.test(label);
    }, timeoutMs);
  }

  async menuLabels(): Promise<string[]> {
    return (await this.trayItem.menu()).filter(({ type }) => type !== "separator").map(({ label }) => label);
  }

  /** Quits with the menu. Resolves with the exit code. */
  async quit(quitLabel = "Quit"): Promise<number | null> {
    await this.trayItem.clickMenu(quitLabel);
    return this.#exited;
  }

  /** Resolves with the exit code when the app has ended; with `null` if a signal ended it. */
  exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Ends the app with SIGTERM, as the system does at the end of a session. */
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

/** Types the number and requests a code. Returns the code that the sandbox sent. */
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

/** Searches the country by name, calling code or ISO code, and chooses the first match. */
export async function chooseCountry(page: Page, typed: string): Promise<void> {
  await page.getByRole("button", { name: labels.country }).click();
  const search = page.getByRole("combobox", { name: labels.searchCountries });
  await search.fill(typed);
  await search.press("Enter");
}

/** Types the number into the form, even if another number is remembered. */
export async function typeNumber(page: Page, account: TestAccount): Promise<void> {
  await page.getByRole("button", { name: labels.sendCode }).waitFor();
  const useOther = page.getByRole("button", { name: labels.useOtherNumber });
  // Right after the start, the remembered number may arrive from the keyring when the form is already shown.
  await expect(async () => {
    if (await useOther.isVisible()) await useOther.click();
    await page.getByLabel(labels.phoneNumber).fill(account.displayNumber, { timeout: 2_000 });
  }).toPass();
}

/** Logs in with the window, as a person does. */
export async function logIn(page: Page, sandbox: Sandbox, account: TestAccount): Promise<void> {
  const otp = await requestCode(page, sandbox, account);
  await enterCode(page, otp);
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
}

/** Chooses one of the rare actions, which are in the window's menu “More”. */
export async function chooseMore(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: labels.more }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

/** Copies the token in another form, from the menu beside the button that copies it. */
export async function chooseCopyAs(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: labels.copyAs }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

/** Types the code, which submits itself. It must differ from the code in the field. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(labels.verificationCode).fill(code);
}

/** Accessible names in the window, in both languages. */
export const labels = {
  /** "Country: Colombia, +57" */
  country: /^(Country|País): /,
  searchCountries: /^(Name, calling code or ISO code|Nombre, indicativo o código ISO)$/,
  phoneNumber: /^(Phone number|Número de teléfono)$/,
  useOtherNumber: /^(Use another|Usar otro)$/,
  rememberNumber: /^(Remember this number|Recordar este número)$/,
  sendCode: /^(Send code|Enviar código)$/,
  verificationCode: /^(Verification code|Código de verificación)$/,
  verify: /^(Verify|Verificar)$/,
  /** While it waits: "Resend in 1:32". */
  resendCode: /^(Resend|Reenviar) /,
  sendNewCode: /^(Send a new code|Enviar un código nuevo)$/,
  changeNumber: /^(Change number|Cambiar número)$/,
  authenticatorCode: /^(Authenticator code|Código del autenticador)$/,
  more: /^(More|Más)$/,
  copyAs: /^(Copy as|Copiar como)$/,
  copyToken: /^(Copy bearer token|Copiar token bearer)$/,
} as const;
