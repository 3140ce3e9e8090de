import { testAccounts } from "../../sandbox/accounts.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.ts";
import type { EndStack } from "../../tests/desktop/end-stack.ts";
import { type AppDesktop, type LaunchOptions, TrayApp } from "../../tests/e2e/tray-app.ts";
import type { Language } from "../../texts/index.ts";
import { scale } from "./picture-file.ts";

/** The country of the first comes up by itself in that locale. */
const people = {
  en: { locale: "en_US.UTF-8", role: "by-sms" },
  es: { locale: "es_CO.UTF-8", role: "by-whatsapp" },
} as const;

/** The app in one language on one desktop. */
export class Stage {
  readonly #desktop: AppDesktop;
  readonly #language: Language;
  readonly #ends: EndStack;

  constructor(desktop: AppDesktop, language: Language, ends: EndStack) {
    this.#desktop = desktop;
    this.#language = language;
    this.#ends = ends;
  }

  /** Whose pictures are taken. */
  get account() {
    return accountOf(people[this.#language].role);
  }

  /** As its owner would type it. */
  get nationalNumber(): string {
    const { displayNumber, countryCode } = this.account;
    return displayNumber.replace(`${countryCode} `, "");
  }

  get accountWithSecondFactor() {
    return accountOf("second-factor");
  }

  async startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    return this.#ends.add(await startSandbox({ coolDownSeconds: 0, ...options }), ({ close }) => close());
  }

  async launch(sandbox: Sandbox, options: LaunchOptions = {}): Promise<TrayApp> {
    const app = await TrayApp.launch(this.#desktop, sandbox.origin, {
      ...options,
      args: [`--force-device-scale-factor=${scale}`, ...(options.args ?? [])],
      env: { LC_ALL: people[this.#language].locale },
    });
    return this.#ends.add(app, (launched) => launched.end());
  }
}

function accountOf(role: (typeof testAccounts)[number]["role"]) {
  const account = testAccounts.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`The sandbox has no account "${role}".`);
  return account;
}
