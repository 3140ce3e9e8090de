import type { Page } from "@playwright/test";
import { showView } from "../../desktop-lab/app/show-view.ts";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import type { Notice, SessionView, TokenStorage, TokenView } from "../../preload/contract.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { expect, test } from "../fixtures/app-test.ts";

/** One of each kind: a new kind is a type error here. */
const notices: Readonly<Record<Notice["kind"], Notice>> = {
  copied: { kind: "copied", clearsAfterMs: 45_000, clearsInMs: 45_000 },
  "token-accepted": { kind: "token-accepted" },
  "token-renewed": { kind: "token-renewed", expiresAtMs: 0 },
  "renewal-refused": { kind: "renewal-refused" },
  "tokens-revoked": { kind: "tokens-revoked", copiedAtMs: 0 },
  "copy-dismissed": { kind: "copy-dismissed", copiedAtMs: 0 },
  "logged-out": { kind: "logged-out", expiresAtMs: 0, copied: { copiedAtMs: 0, expiresAtMs: 0 } },
  "store-problem": { kind: "store-problem", problem: "newer" },
  "settings-damaged": { kind: "settings-damaged" },
  failed: { kind: "failed", failure: { kind: "timed-out" } },
};

const storages: Readonly<Record<TokenStorage, true>> = {
  keyring: true,
  "being-stored": true,
  "memory-without-keyring": true,
  "memory-after-write-failure": true,
};

type KeptToken = Extract<TokenView, { readonly maskedPhone: string }>;

/** The changes of a logged-in view that bring or remove a message. */
function messages({ token, update, automaticRenewal }: SessionView): readonly Partial<SessionView>[] {
  const kept = (changes: Partial<KeptToken>) => ({ token: { ...token, ...changes } as KeptToken });
  const copy = { copiedAtMs: 0, expiresAtMs: 0, remainingMs: 0, inMenu: true, expiryEstimated: true, reminded: true };
  return [
    ...Object.values(notices).map((notice) => ({ notices: [notice] })),
    { notices: Object.values(notices) },
    ...(Object.keys(storages) as TokenStorage[]).map((storage) => kept({ storage })),
    ...(["valid", "expires-soon", "expired"] as const).flatMap((status) =>
      [false, true].map((rejected) => kept({ status, rejected })),
    ),
    kept({ expiryEstimated: true }),
    { token: { status: "unreadable", why: { reason: "no-keyring" } } },
    { token: { status: "unreadable", why: { reason: "other-key" } } },
    ...[false, true].map((newerHere) => ({ copy: { ...copy, status: "expired" as const, newerHere } })),
    { notices: [notices["token-renewed"]], automaticRenewal: { ...automaticRenewal, isOffered: true } },
    { automaticRenewal: { ...automaticRenewal, isOn: true, nextAtMs: Date.now() } },
    { missingTray: "none-on-gnome" },
    { account: { name: "Ana Prueba", email: undefined, credits: 250, checkedMsAgo: 0 } },
    { update: { ...update, newer: "1.2.3", isHidden: false } },
  ];
}

/** Where the header and everything down to the primary button is in the window. */
function upperPart(page: Page) {
  return page.evaluate(() =>
    [".bar", "h1", ".ruler", "main .button-primary"].map((selector) => {
      const { left, top, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { selector, left, top: top + scrollY, height };
    }),
  );
}

test("nothing down to the primary button moves, whatever message comes and after the offer of automatic renewal is declined", async ({
  launchLoggedIn,
  sandbox,
}) => {
  const { app, page } = await launchLoggedIn();
  const before = await upperPart(page);
  expect(before.map(({ height }) => height > 0)).toEqual([true, true, true, true]);
  const view = await page.evaluate(() => window.verifikTray.getView());
  for (const language of ["en", "es"] as const) {
    const locale = { en: "en-US", es: "es-CO" }[language];
    for (const change of messages(view)) {
      await showView(app, page, { ...view, language, locale, ...change });
      expect.soft(await upperPart(page), `${language} ${JSON.stringify(change)}`).toEqual(before);
    }
  }

  await showView(app, page, view);
  sandbox.faults.next("get-client", answerWith(500, ""));
  await page.getByRole("button", { name: labels.copyToken }).click();
  await page.getByRole("button", { name: "Clear now" }).waitFor();
  await page.getByRole("button", { name: "Check token" }).click();
  await page.getByRole("alert").waitFor();
  expect(await upperPart(page)).toEqual(before);

  await page.getByRole("button", { name: "Renew", exact: true }).click();
  await page.getByRole("button", { name: "No, thanks" }).click();
  await expect(page.getByRole("button", { name: "No, thanks" })).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "Automatic renewal" })).not.toBeChecked();
  expect(await upperPart(page)).toEqual(before);
});
