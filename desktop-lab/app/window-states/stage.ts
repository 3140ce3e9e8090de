import type { Page } from "@playwright/test";
import { type TestAccount, testAccounts } from "../../../sandbox/accounts.ts";
import type { Sandbox, SandboxOptions } from "../../../sandbox/server.ts";
import type { Language } from "../../../texts/index.ts";
import type { PrivateDesktopOptions } from "../../desktop/private-desktop.ts";
import type { LaunchOptions, TrayApp } from "../tray-app.ts";

/** In each locale, the form preselects the account's country. */
export const people = {
  en: { locale: "en_US.UTF-8", account: accountOf("by-sms") },
  es: { locale: "es_CO.UTF-8", account: accountOf("by-whatsapp") },
} as const satisfies Readonly<Record<Language, { readonly locale: string; readonly account: TestAccount }>>;

/** Desktop, profile and sandbox for one state. */
export interface Stage {
  readonly language: Language;
  readonly sandbox: Sandbox;
  /** Starts the app on the stage's desktop, in its language. */
  readonly launch: (options?: LaunchOptions) => Promise<TrayApp>;
}

/** A state of the window, and the steps of a person that lead there. */
export interface ReachableState {
  readonly desktopOptions?: PrivateDesktopOptions;
  readonly sandboxOptions?: SandboxOptions;
  readonly reach: (stage: Stage) => Promise<Page>;
}

export async function openWindow({ launch }: Stage, options?: LaunchOptions): Promise<Page> {
  return (await launch(options)).window();
}

/** The number as its owner types it next to the country. */
export function nationalNumber({ displayNumber, countryCode }: TestAccount): string {
  return displayNumber.replace(`${countryCode} `, "");
}

export function accountOf(role: TestAccount["role"]): TestAccount {
  const account = testAccounts.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`The sandbox has no account "${role}".`);
  return account;
}
