import type { Locator, Page } from "@playwright/test";
import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { Failure } from "../../domain/failure.ts";
import type { Endpoint } from "../../sandbox/endpoints.ts";
import { faultTable } from "../../sandbox/fault-table.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { failureText } from "../../texts/failure-texts.ts";
import type { Texts } from "../../texts/index.ts";
import { wayOnFrom } from "../integration/failure-ways-on.ts";
import { faultMeanings, namesOf } from "../integration/sandbox/sandbox-fault-meanings.ts";
import { expect } from "./fixtures.ts";

/** The end of the 15 seconds is waited for once, not in every row. */
const slow: readonly string[] = ["drip", "silence"];

export function quickTroublesAt(endpoint: Endpoint) {
  const happensThere = (at: readonly Endpoint[]) => at.includes(endpoint);
  return namesOf(faultMeanings).filter((name) => happensThere(faultTable[name].at) && !slow.includes(name));
}

/** Clicks, and waits until the sandbox has the request: the words of an earlier failure are gone by then. */
export async function send(page: Page, sandbox: Sandbox, button: RegExp): Promise<void> {
  const arrived = sandbox.nextRequest(() => true);
  await page.getByRole("button", { name: button }).click();
  await arrived;
}

/** Types a code, which sends itself, and waits until the sandbox has it. */
export async function sendCode(sandbox: Sandbox, field: Locator, code: string): Promise<void> {
  const arrived = sandbox.nextRequest(() => true);
  await field.fill(code);
  await arrived;
}

/** The words for this failure are in an alert, and the way on from it is open. `field` is what was typed into. */
export async function expectTold(page: Page, texts: Texts, failure: Failure, field: Locator): Promise<void> {
  await expect(page.getByRole("alert")).toHaveText(failureText(texts.failures, failure));
  const wayOn = wayOnFrom(failure);
  const mendable = wayOn.startsWith("mend");
  await expect(field).toHaveAttribute("aria-invalid", String(mendable));
  if (mendable) await expect(field).toBeFocused();
  if (wayOn === "mend-code") expect(await isAllSelected(field)).toBe(true);
  await expect(page.getByRole("button", { name: texts.openVerifik })).toBeVisible({
    visible: wayOn === "mend-number-or-join",
  });
  if ("waitSeconds" in failure) await expectCountdown(page, texts, failure);
  if (wayOn === "resend") {
    await expect(page.getByRole("button", { name: labels.resendCode })).toBeFocused();
    // The failure says more than that the code's time is over.
    await expect(page.getByText(texts.codeExpired)).toBeHidden();
  }
}

function isAllSelected(field: Locator): Promise<boolean> {
  return field.evaluate((input: HTMLInputElement) => {
    const { selectionStart, selectionEnd, value } = input;
    return value !== "" && selectionStart === 0 && selectionEnd === value.length;
  });
}

type WaitingFailure = Extract<Failure, { waitSeconds: number }>;

/** It shows what is left of the wait. */
async function expectCountdown(page: Page, texts: Texts, { kind, waitSeconds }: WaitingFailure): Promise<void> {
  const told = kind === "cool-down" ? texts.nextCodeIn : texts.tryAgainIn;
  const soon = Array.from({ length: 5 }, (_, passed) => told((waitSeconds - passed) * 1000));
  const timers = await page.getByRole("timer").allTextContents();
  expect(timers.filter((text) => soon.includes(text))).toHaveLength(1);
}

/** Nothing was thrown in the dark while the test ran. */
export function expectNothingUncaught(app: TrayApp): void {
  expect(app.output).not.toMatch(/unhandled|uncaught|TypeError|ReferenceError/i);
}
