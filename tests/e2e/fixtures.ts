import { test as base, type Page } from "@playwright/test";
import { type LaunchOptions, logIn, TrayApp } from "../../desktop-lab/app/tray-app.ts";
import {
  type PrivateDesktop,
  type PrivateDesktopOptions,
  startPrivateDesktop,
} from "../../desktop-lab/desktop/private-desktop.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** `test.use({ desktopOptions: { keyring: false } })` leaves parts of the desktop out. */
  desktopOptions: PrivateDesktopOptions;
  sandboxOptions: SandboxOptions;
  language: "en_US.UTF-8" | "es_CO.UTF-8";
  desktop: PrivateDesktop;
  sandbox: Sandbox;
  /** Starts the app on the test's desktop and profile; what still runs when the test ends is ended. */
  launch: (options?: LaunchOptions & { readonly apiOrigin?: string }) => Promise<TrayApp>;
  /** Starts it in the same way, and logs in as Ana by the window that opens. */
  launchLoggedIn: (options?: LaunchOptions) => Promise<{ readonly app: TrayApp; readonly page: Page }>;
}

/** Each test has a desktop, a sandbox and a profile of its own, and starts the app by `launch`. */
export const test = base.extend<Fixtures>({
  desktopOptions: [{}, { option: true }],
  // Tests log in again at once, which Verifik's two minutes of cool-down would not let them.
  sandboxOptions: [{ coolDownSeconds: 0 }, { option: true }],
  language: ["en_US.UTF-8", { option: true }],

  desktop: async ({ desktopOptions }, use) => {
    const desktop = await startPrivateDesktop(desktopOptions);
    await use(desktop);
    await desktop.stop();
  },

  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await startSandbox(sandboxOptions);
    await use(sandbox);
    await sandbox.close();
  },

  launch: async ({ desktop, sandbox, language }, use) => {
    const started: TrayApp[] = [];
    await use(async ({ apiOrigin = sandbox.origin, env, ...options } = {}) => {
      const app = await TrayApp.launch(desktop, apiOrigin, { ...options, env: { LC_ALL: language, ...env } });
      started.push(app);
      return app;
    });
    await Promise.all(started.map((app) => app.end()));
  },

  launchLoggedIn: async ({ launch, sandbox }, use) => {
    await use(async (options) => {
      const app = await launch(options);
      const page = await app.window();
      await logIn(page, sandbox, ana);
      return { app, page };
    });
  },
});

export const [ana, sam, doris] = ["by-whatsapp", "by-sms", "second-factor"].map((role) =>
  testAccounts.find((account) => account.role === role),
) as [(typeof testAccounts)[number], (typeof testAccounts)[number], (typeof testAccounts)[number]];
