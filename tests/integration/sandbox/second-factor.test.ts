import { afterEach, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import {
  accessTokenOf,
  confirmOtp,
  enrollingSecondFactor,
  otherThan,
  type PhoneNumber,
  receiveOtp,
  requestOtp,
  withSecondFactor,
} from "./sandbox-calls.ts";

let sandbox: Sandbox;
let shown: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ coolDownSeconds: 0 });
  shown = [];
  sandbox.onAuthenticatorOtp(({ authenticatorOtp }) => shown.push(authenticatorOtp));
});

afterEach(() => sandbox.close());

/** The answer to the first confirmation, and the codes for the second one. */
async function reachChallenge(number: PhoneNumber) {
  const otp = await receiveOtp(sandbox, number);
  const challenge = await confirmOtp(sandbox, number, otp);
  const authenticatorOtp = shown.at(-1);
  if (authenticatorOtp === undefined) throw new Error("No authenticator code was shown.");
  return { otp, challenge, authenticatorOtp };
}

test("requests the authenticator code with a message and no token, then returns the token", async () => {
  const { otp, challenge, authenticatorOtp } = await reachChallenge(withSecondFactor);
  expect(challenge).toEqual({ status: 200, body: { data: { message: expect.stringContaining("autenticación") } } });
  expect(authenticatorOtp).toMatch(/^\d{6}$/);
  const confirmed = await confirmOtp(sandbox, withSecondFactor, otp, {
    authenticatorOTP: authenticatorOtp,
    type: "login",
  });
  expect(accessTokenOf(confirmed)).not.toBe("");
});

test("announces the second factor in the first answer", async () => {
  expect(await requestOtp(sandbox, withSecondFactor)).toMatchObject({ body: { data: { requires2FA: true } } });
});

test("enrols an authenticator only at the first login", async () => {
  const { otp, challenge, authenticatorOtp } = await reachChallenge(enrollingSecondFactor);
  expect(challenge).toEqual({
    status: 200,
    body: {
      data: {
        message: expect.any(String),
        QRCode: expect.stringMatching(/^data:image\/png;base64,iVBORw0KGgo/),
        secretKey: expect.stringMatching(/^[A-Z2-7]{32}$/),
      },
    },
  });
  const again = await confirmOtp(sandbox, enrollingSecondFactor, otp);
  expect(again).toEqual(challenge);
  expect(shown).toEqual([authenticatorOtp, authenticatorOtp]);
  const second = { authenticatorOTP: authenticatorOtp, type: "login" };
  accessTokenOf(await confirmOtp(sandbox, enrollingSecondFactor, otp, second));

  const later = await reachChallenge(enrollingSecondFactor);
  expect(later.challenge.body).toEqual({ data: { message: expect.any(String) } });
});

test("refuses a wrong authenticator code, and accepts none after five wrong ones", async () => {
  const { otp, authenticatorOtp } = await reachChallenge(withSecondFactor);
  const wrong = { authenticatorOTP: otherThan(authenticatorOtp), type: "login" };
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await confirmOtp(sandbox, withSecondFactor, otp, wrong)).toEqual({
      status: 403,
      body: { code: "Forbidden", message: "authenticator_otp_does_not_match" },
    });
  }
  const right = { authenticatorOTP: authenticatorOtp, type: "login" };
  expect((await confirmOtp(sandbox, withSecondFactor, otp, right)).status).toBe(410);
});

test("requires the verification code and the type together with the authenticator code", async () => {
  const { otp, authenticatorOtp } = await reachChallenge(withSecondFactor);
  const second = { authenticatorOTP: authenticatorOtp, type: "login" };
  expect((await confirmOtp(sandbox, withSecondFactor, otherThan(otp), second)).status).toBe(400);
  expect(await confirmOtp(sandbox, withSecondFactor, otp, { authenticatorOTP: authenticatorOtp })).toEqual({
    status: 409,
    body: { code: "MissingParameter", message: "missing type\n" },
  });
});

test("accepts no authenticator code before it has requested one", async () => {
  const otp = await receiveOtp(sandbox, withSecondFactor);
  const unasked = { authenticatorOTP: "123456", type: "login" };
  expect((await confirmOtp(sandbox, withSecondFactor, otp, unasked)).status).toBe(403);
});
