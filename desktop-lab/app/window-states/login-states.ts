import type { Page } from "@playwright/test";
import { faultTable } from "../../../sandbox/faults/fault-table.ts";
import { failureText } from "../../../texts/failure-texts.ts";
import { textsFor } from "../../../texts/index.ts";
import { chooseMore, enterCode, labels, logIn, requestCode } from "../tray-app.ts";
import { accountOf, nationalNumber, openWindow, people, type ReachableState, type Stage } from "./stage.ts";

/** The states from the first start to the authenticator code. */
export const loginStates = {
  "phone-number": { reach: withNumber },
  "country-picker": { reach: withCountries },
  "country-search": {
    async reach(stage) {
      const page = await withCountries(stage);
      await page.getByRole("combobox", { name: labels.searchCountries }).fill("gu");
      await page.getByRole("option", { name: "Guatemala" }).waitFor();
      return page;
    },
  },
  "number-unknown": { reach: (stage) => whereCodeIsRefused(stage, "phone-unknown") },
  "cool-down": { reach: (stage) => whereCodeIsRefused(stage, "recently-sent") },
  "no-connection": { reach: (stage) => whereCodeIsRefused(stage, "reset") },
  "server-words": { reach: (stage) => whereCodeIsRefused(stage, "unknown-words") },
  "remembered-number": {
    async reach(stage) {
      const first = await stage.launch();
      const page = await first.window();
      await logIn(page, stage.sandbox, people[stage.language].account);
      await chooseMore(page, textsFor(stage.language).logOut);
      await page.getByRole("button", { name: labels.useOtherNumber }).waitFor();
      await first.end();
      const later = await openWindow(stage);
      await later.getByRole("button", { name: labels.useOtherNumber }).waitFor();
      return later;
    },
  },
  code: {
    async reach(stage) {
      const page = await openWindow(stage);
      await requestCode(page, stage.sandbox, people[stage.language].account);
      await page.getByLabel(labels.verificationCode).pressSequentially("123");
      return page;
    },
  },
  "wrong-code": {
    async reach(stage) {
      const page = await openWindow(stage);
      const otp = await requestCode(page, stage.sandbox, people[stage.language].account);
      await enterCode(page, otp === "123456" ? "654321" : "123456");
      await page.getByText(failureText(textsFor(stage.language).failures, { kind: "otp-wrong" })).waitFor();
      return page;
    },
  },
  "expired-code": {
    sandboxOptions: { coolDownSeconds: 0, otpLifetimeSeconds: 2 },
    async reach(stage) {
      const page = await openWindow(stage);
      await requestCode(page, stage.sandbox, people[stage.language].account);
      await page.getByText(textsFor(stage.language).codeExpired).waitFor();
      return page;
    },
  },
  authenticator: { reach: (stage) => atSecondFactor(stage, "second-factor") },
  enrolment: {
    async reach(stage) {
      const page = await atSecondFactor(stage, "second-factor-enrolment");
      await page.getByText(textsFor(stage.language).secretKey, { exact: true }).waitFor();
      return page;
    },
  },
} satisfies Readonly<Record<string, ReachableState>>;

async function withNumber(stage: Stage): Promise<Page> {
  const page = await openWindow(stage);
  await page.getByLabel(labels.phoneNumber).fill(nationalNumber(people[stage.language].account));
  return page;
}

async function withCountries(stage: Stage): Promise<Page> {
  const page = await openWindow(stage);
  await page.getByRole("button", { name: labels.country }).click();
  await page.getByRole("listbox").waitFor();
  return page;
}

async function whereCodeIsRefused(
  stage: Stage,
  fault: "phone-unknown" | "recently-sent" | "reset" | "unknown-words",
): Promise<Page> {
  stage.sandbox.faults.every("request-otp", faultTable[fault].fault);
  const page = await withNumber(stage);
  await page.getByRole("button", { name: labels.sendCode }).click();
  await page.getByRole("alert").waitFor();
  return page;
}

async function atSecondFactor(stage: Stage, role: "second-factor" | "second-factor-enrolment"): Promise<Page> {
  const page = await openWindow(stage);
  await enterCode(page, await requestCode(page, stage.sandbox, accountOf(role)));
  await page.getByLabel(labels.authenticatorCode).waitFor();
  return page;
}
