import type { Locator, Page } from "@playwright/test";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import type { Failure } from "../../domain/failure.ts";
import type { Endpoint } from "../../sandbox/endpoints.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { failureText } from "../../texts/failure-texts.ts";
import type { Texts } from "../../texts/index.ts";
import { expect } from "../fixtures/app-test.ts";
import { faultMeanings, namesOf } from "../fixtures/fault-meanings.ts";
import { recoveryFrom } from "../fixtures/recovery-actions.ts";

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
  const action = recoveryFrom(failure);
  const mendable = action.startsWith("correct");
  await expect(field).toHaveAttribute("aria-invalid", String(mendable));
  if (mendable) await expect(field).toBeFocused();
  if (action === "correct-code") expect(await isAllSelected(field)).toBe(true);
  await expect(page.getByRole("button", { name: texts.openVerifik })).toBeVisible({
    visible: action === "correct-number-or-join",
  });
  if ("waitSeconds" in failure) await expectCountdown(page, texts, failure);
  if (action === "resend") {
    await expect(page.getByRole("button", { name: labels.sendNewCode })).toBeFocused();
    // The failure says more than that the code's time is over.
    await expect(page.getByText(texts.codeExpired, { exact: true })).toBeHidden();
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
