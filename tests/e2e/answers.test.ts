import { chooseCountry, chooseMore, labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import type { Failure } from "../../domain/failure.ts";
import { timeLeft } from "../../domain/token/time-left.ts";
import { answerWith } from "../../sandbox/faults/fault-book.ts";
import { faultTable } from "../../sandbox/faults/fault-table.ts";
import { ana, doris, expect, expectNothingUncaught, inEachLanguage, nextOtp } from "../fixtures/app-test.ts";
import { faultMeanings, namesOf, tokenLives } from "../fixtures/fault-meanings.ts";
import { recoveryFrom } from "../fixtures/recovery-actions.ts";
import { windowTest as test } from "../fixtures/window-test.ts";
import { expectTold, quickTroublesAt, send, sendCode } from "./told-failures.ts";

const dayMs = 24 * 60 * 60 * 1000;

inEachLanguage((texts) => {
  test("explains each failed request for a code, and keeps the number", async ({ app, page, sandbox }) => {
    const field = page.getByLabel(labels.phoneNumber);
    await field.fill(ana.displayNumber);
    const names = quickTroublesAt("request-otp");
    const coolDowns = names.filter((name) => faultMeanings[name].kind === "cool-down");

    for (const name of names.filter((name) => !coolDowns.includes(name))) {
      await test.step(name, async () => {
        sandbox.faults.next("request-otp", faultTable[name].fault);
        await send(page, sandbox, labels.sendCode);
        await expectTold(page, texts, faultMeanings[name], field);
        await expect(field).toHaveValue("300 1234567");
      });
    }
    for (const [index, name] of coolDowns.entries()) {
      await test.step(name, async () => {
        // A cool-down means that a code was sent, so there is one to enter. Another number each time: the app keeps the wait of each.
        await field.fill(`+57 300 000 000${index}`);
        sandbox.faults.next("request-otp", faultTable[name].fault);
        await send(page, sandbox, labels.sendCode);
        await expectTold(page, texts, faultMeanings[name], field);
        await page.getByRole("button", { name: texts.haveCode }).click();
        await expect(page.getByLabel(labels.verificationCode)).toBeFocused();
        await page.getByRole("button", { name: labels.changeNumber }).click();
      });
    }
    await field.fill(ana.displayNumber);
    await test.step("a wait that runs down to its end", async () => {
      sandbox.faults.next(
        "request-otp",
        answerWith(429, "", () => ({ "retry-after": "1" })),
      );
      await send(page, sandbox, labels.sendCode);
      await expect(page.getByText(texts.tryAgainIn(1000))).toBeVisible();
      await expect(page.getByRole("timer")).toHaveText(texts.tryAgainNow);
      await expect(page.getByRole("status")).toContainText(texts.tryAgainNow);
    });
    await requestCode(page, sandbox, ana);
    expect(sandbox.requests).toHaveLength(names.length + 2);
    expectNothingUncaught(app);
  });

  test("explains each failed confirmation, keeps the code, and still leads to the token", async ({
    app,
    page,
    sandbox,
  }) => {
    let otp = await requestCode(page, sandbox, ana);
    const field = page.getByLabel(labels.verificationCode);
    let typed = "";
    async function confirm(): Promise<void> {
      // A new code is sent as it is typed, the same code again by the button only.
      if (typed === otp) await send(page, sandbox, labels.verify);
      else await sendCode(sandbox, field, otp);
      typed = otp;
    }
    const names = quickTroublesAt("confirm-otp").filter((name) => faultMeanings[name].kind !== "authenticator-wrong");

    for (const name of names) {
      await test.step(name, async () => {
        const requestsBefore = sandbox.requests.length;
        sandbox.faults.next("confirm-otp", faultTable[name].fault);
        await confirm();
        await expectTold(page, texts, faultMeanings[name], field);
        await expect(field).toHaveValue(otp);
        if (name === "reply-lost") {
          await confirm();
          await expectTold(page, texts, { kind: "otp-already-used" }, field);
          await expect(field).toHaveValue(otp);
          expect(sandbox.requests).toHaveLength(requestsBefore + 2);
        } else {
          expect(sandbox.requests).toHaveLength(requestsBefore + 1);
        }
        if (name !== "reply-lost" && recoveryFrom(faultMeanings[name]) !== "resend") return;
        const next = nextOtp(sandbox);
        await page.keyboard.press("Enter");
        otp = await next;
        await expect(page.getByRole("alert")).toBeHidden();
        await expect(field).toHaveValue("");
        await expect(field).toBeFocused();
      });
    }
    await confirm();
    await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
    expectNothingUncaught(app);
  });

  test("rejects an invalid number or code without calling the API, and explains a wrong second factor", async ({
    app,
    page,
    sandbox,
  }) => {
    async function mistype(typed: string, fieldName: RegExp, buttonName: RegExp, failure: Failure): Promise<void> {
      await test.step(JSON.stringify(failure), async () => {
        const requestsBefore = sandbox.requests.length;
        const field = page.getByLabel(fieldName);
        await field.fill(typed);
        await page.getByRole("button", { name: buttonName }).click();
        await expectTold(page, texts, failure, field);
        await expect(field).toHaveValue(typed);
        expect(sandbox.requests).toHaveLength(requestsBefore);
      });
    }

    await chooseCountry(page, "CO");
    for (const [reason, typed] of [
      ["empty", ""],
      ["too-short", "300"],
      ["too-long", "300123456789012"],
      ["not-a-number", "phone"],
    ] as const) {
      await mistype(typed, labels.phoneNumber, labels.sendCode, { kind: "phone-invalid", reason });
    }
    const unclear = { kind: "calling-code-unclear", callingCode: "1" } as const;
    await mistype("13055551234", labels.phoneNumber, labels.sendCode, unclear);
    const otp = await requestCode(page, sandbox, doris);
    await mistype("12345", labels.verificationCode, labels.verify, { kind: "otp-malformed" });
    await sendCode(sandbox, page.getByLabel(labels.verificationCode), otp);
    const field = page.getByLabel(labels.authenticatorCode);
    await mistype("12345", labels.authenticatorCode, labels.verify, { kind: "authenticator-malformed" });

    for (const [code, name] of [
      ["654321", "authenticator-wrong"],
      ["654322", "authenticator-wrong-swapped"],
      ["654323", "forbidden-html"],
    ] as const) {
      await test.step(name, async () => {
        sandbox.faults.next("confirm-otp", faultTable[name].fault);
        await sendCode(sandbox, field, code);
        await expectTold(page, texts, faultMeanings[name], field);
        await expect(field).toHaveValue(code);
      });
    }
    await test.step("otp-expired", async () => {
      sandbox.faults.next("confirm-otp", faultTable["otp-expired"].fault);
      await send(page, sandbox, labels.verify);
      await expectTold(page, texts, { kind: "otp-expired" }, page.getByLabel(labels.verificationCode));
    });
    expectNothingUncaught(app);
  });

  test("reads the token and its expiry from each form of the answer", async ({ app, page, sandbox }) => {
    for (const name of namesOf(tokenLives)) {
      await test.step(name, async () => {
        const { days, estimated } = tokenLives[name];
        const otp = await requestCode(page, sandbox, ana);
        sandbox.faults.next("confirm-otp", faultTable[name].fault);
        await sendCode(sandbox, page.getByLabel(labels.verificationCode), otp);
        await expect(page.getByRole("main")).toContainText(texts.left(timeLeft(days * dayMs - 1)));
        await expect(page.getByText(texts.estimated)).toBeVisible({ visible: estimated });
        await chooseMore(page, texts.logInAgain);
      });
    }
    expectNothingUncaught(app);
  });

  test.describe("with codes that live for two seconds", () => {
    test.use({ sandboxOptions: { coolDownSeconds: 0, otpLifetimeSeconds: 2 } });

    test("leads from a code that expires during typing to Send a new code", { tag: "@all" }, async ({
      page,
      sandbox,
    }) => {
      await requestCode(page, sandbox, ana);
      await page.getByLabel(labels.verificationCode).fill("123");
      await expect(page.getByRole("button", { name: labels.sendNewCode })).toBeFocused();
      await expect(page.getByText(texts.codeExpired)).toBeVisible();
      await expect(page.getByLabel(labels.verificationCode)).toHaveValue("123");
    });
  });
});
