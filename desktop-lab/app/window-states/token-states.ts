import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { faultTable } from "../../../sandbox/faults/fault-table.ts";
import { textsFor } from "../../../texts/index.ts";
import { goOffline } from "../offline.ts";
import { showView } from "../show-view.ts";
import { chooseMore, enterCode, type LaunchOptions, labels, logIn, requestCode } from "../tray-app.ts";
import { openWindow, people, type ReachableState, type Stage } from "./stage.ts";

const daySeconds = 24 * 60 * 60;

/** The states with a token, and after its end. */
export const tokenStates = {
  "logged-in": { reach: loggedIn },
  "copy-menu": { reach: (stage) => withMenu(stage, textsFor(stage.language).copyAs) },
  "renew-menu": { reach: (stage) => withMenu(stage, textsFor(stage.language).renewalLength) },
  "more-menu": { reach: (stage) => withMenu(stage, textsFor(stage.language).more) },
  copied: {
    async reach(stage) {
      const page = await loggedIn(stage);
      await page.getByRole("button", { name: labels.copyToken }).click();
      await page.getByText(/\d+ s$/).waitFor();
      return page;
    },
  },
  account: {
    async reach(stage) {
      const page = await afterChecking(stage);
      await page.getByRole("banner").getByText(people[stage.language].account.name).waitFor();
      return page;
    },
  },
  renewed: {
    async reach(stage) {
      const page = await loggedIn(stage);
      await page.getByRole("button", { name: textsFor(stage.language).renew, exact: true }).click();
      await page.getByRole("button", { name: textsFor(stage.language).turnOnRenewal }).waitFor();
      return page;
    },
  },
  "renewal-refused": {
    async reach(stage) {
      const page = await loggedIn(stage);
      stage.sandbox.faults.every("renew-token", faultTable["token-expired"].fault);
      await page.getByRole("button", { name: textsFor(stage.language).renew, exact: true }).click();
      await page.getByText(textsFor(stage.language).renewalRefused).waitFor();
      return page;
    },
  },
  rejected: {
    async reach(stage) {
      stage.sandbox.faults.every("get-client", faultTable["forbidden-empty"].fault);
      const page = await afterChecking(stage);
      await page.getByRole("heading", { name: textsFor(stage.language).rejected }).waitFor();
      await page.getByRole("alert").waitFor();
      return page;
    },
  },
  "check-failed": {
    async reach(stage) {
      stage.sandbox.faults.every("get-client", faultTable["server-error"].fault);
      const page = await afterChecking(stage);
      await page.getByRole("alert").waitFor();
      return page;
    },
  },
  offline: {
    async reach(stage) {
      const app = await stage.launch();
      const page = await app.window();
      await logIn(page, stage.sandbox, people[stage.language].account);
      await goOffline(app);
      await page.getByRole("button", { name: textsFor(stage.language).checkToken }).click();
      await page.getByRole("alert").waitFor();
      return page;
    },
  },
  "expires-soon": {
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3.5 * daySeconds },
    // As after most of a month: the token's file gets an earlier moment at which it was obtained.
    async reach(stage) {
      const first = await stage.launch();
      await logIn(await first.window(), stage.sandbox, people[stage.language].account);
      await first.end();
      const store = JSON.parse(first.readStore());
      store.tokens[stage.sandbox.origin].obtainedAtMs -= 26.5 * daySeconds * 1000;
      writeFileSync(first.storeFile(), JSON.stringify(store));
      const later = await stage.launch();
      await later.trayItem.activate();
      const page = await later.window();
      await page.getByRole("button", { name: labels.copyToken }).waitFor();
      return page;
    },
  },
  "copy-expires-soon": {
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3.5 * daySeconds },
    async reach(stage) {
      const texts = textsFor(stage.language);
      const page = await loggedIn(stage);
      await page.getByRole("button", { name: labels.copyToken }).click();
      await page.getByRole("button", { name: texts.clearNow }).click();
      await page.getByRole("button", { name: texts.renewalLength }).click();
      await page.getByRole("menuitemradio", { name: texts.months(12), exact: true }).click();
      await page.getByRole("button", { name: texts.renew, exact: true }).click();
      await page.getByRole("button", { name: texts.noLongerUseCopy }).waitFor();
      return page;
    },
  },
  expired: {
    // The sandbox's clock is 31 days late, so the token has expired when the app gets it.
    sandboxOptions: { coolDownSeconds: 0, nowMs: () => Date.now() - 31 * daySeconds * 1000 },
    async reach(stage) {
      const page = await openWindow(stage);
      await enterCode(page, await requestCode(page, stage.sandbox, people[stage.language].account));
      await page.getByRole("heading", { name: textsFor(stage.language).expired }).waitFor();
      return page;
    },
  },
  revoke: { reach: beforeRevoking },
  "revoke-unanswered": {
    async reach(stage) {
      stage.sandbox.faults.every("revoke-tokens", faultTable["reply-lost"].fault);
      const page = await beforeRevoking(stage);
      await page.getByRole("button", { name: textsFor(stage.language).revokeConfirm }).click();
      // For a moment the sheet shows the failure too.
      await page.getByRole("alertdialog").waitFor({ state: "hidden" });
      await page.getByRole("alert").waitFor();
      return page;
    },
  },
  "revoke-failed": {
    async reach(stage) {
      stage.sandbox.faults.every("revoke-tokens", faultTable["too-many-requests-seconds"].fault);
      const page = await beforeRevoking(stage);
      await page.getByRole("button", { name: textsFor(stage.language).revokeConfirm }).click();
      await page.getByRole("alertdialog").getByRole("alert").waitFor();
      return page;
    },
  },
  revoked: {
    async reach(stage) {
      const page = await beforeRevoking(stage);
      await page.getByRole("button", { name: textsFor(stage.language).revokeConfirm }).click();
      await page.getByText(textsFor(stage.language).tokensRevoked).waitFor();
      return page;
    },
  },
  "logged-out": {
    async reach(stage) {
      const page = await loggedIn(stage);
      await chooseMore(page, textsFor(stage.language).logOut);
      await page.getByRole("button", { name: labels.sendCode }).waitFor();
      return page;
    },
  },
  "memory-only": { desktopOptions: { keyring: false }, reach: loggedIn },
  "being-stored": {
    async reach(stage) {
      const app = await stage.launch();
      const page = await app.window();
      await logIn(page, stage.sandbox, people[stage.language].account);
      const view = await page.evaluate(() => window.verifikTray.getView());
      if (!("storage" in view.token)) throw new Error("There is no token.");
      // Storing takes a moment only.
      await showView(app, page, { ...view, token: { ...view.token, storage: "being-stored" } });
      return page;
    },
  },
  estimated: {
    async reach(stage) {
      stage.sandbox.faults.every("confirm-otp", faultTable["token-opaque"].fault);
      return loggedIn(stage);
    },
  },
  unreadable: {
    // The profile moves to a desktop without a keyring.
    async reach(stage) {
      const first = await stage.launch();
      await logIn(await first.window(), stage.sandbox, people[stage.language].account);
      await first.end();
      const page = await openWindow(stage, { args: ["--password-store=basic"] });
      await page.getByRole("heading", { name: textsFor(stage.language).cannotBeRead }).waitFor();
      return page;
    },
  },
  "without-tray": {
    desktopOptions: { trayHost: false },
    reach: (stage) => loggedIn(stage, { withoutTray: true }),
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function loggedIn(stage: Stage, options?: LaunchOptions): Promise<Page> {
  const page = await openWindow(stage, options);
  await logIn(page, stage.sandbox, people[stage.language].account);
  return page;
}

async function withMenu(stage: Stage, button: string): Promise<Page> {
  const page = await loggedIn(stage);
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("menu").waitFor();
  return page;
}

async function afterChecking(stage: Stage): Promise<Page> {
  const page = await loggedIn(stage);
  await page.getByRole("button", { name: textsFor(stage.language).checkToken }).click();
  return page;
}

async function beforeRevoking(stage: Stage): Promise<Page> {
  const page = await loggedIn(stage);
  await chooseMore(page, textsFor(stage.language).revokeTokens);
  await page.getByRole("alertdialog").waitFor();
  return page;
}
