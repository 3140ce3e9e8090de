import { TOTP } from "otpauth";
import { PNG } from "pngjs";
import { encode } from "uqr";
import * as v from "valibot";
import { expect, test } from "vitest";
import { randomSecrets } from "../../../sandbox/random-values.ts";
import { startSandbox } from "../../../sandbox/server.ts";
import { accessTokenOf, confirmOtp, enrollingSecondFactor, receiveOtp } from "./sandbox-calls.ts";
import { stageSandbox } from "./sandbox-stage.ts";

const EnrolmentSchema = v.object({ data: v.object({ QRCode: v.string(), secretKey: v.string() }) });

const stage = stageSandbox(Date.UTC(2024, 4, 29), { coolDownSeconds: 0 });

async function enrol() {
  const otp = await receiveOtp(stage.sandbox, enrollingSecondFactor);
  const challenge = await confirmOtp(stage.sandbox, enrollingSecondFactor, otp);
  return { otp, ...v.parse(EnrolmentSchema, challenge.body).data };
}

function confirmWith(otp: string, authenticatorOTP: string) {
  return confirmOtp(stage.sandbox, enrollingSecondFactor, otp, { authenticatorOTP, type: "login" });
}

test("the QR code contains the key for authenticator apps", async () => {
  const { QRCode, secretKey } = await enrol();
  const url = `otpauth://totp/Verifik%20sandbox:nuevo%40sandbox.example?secret=${secretKey}&issuer=Verifik%20sandbox`;
  expect(modulesOf(QRCode)).toEqual(encode(url, { border: 4 }).data);
});

test("the app's code logs in, at this login and later ones", async () => {
  const { otp, secretKey } = await enrol();
  accessTokenOf(await confirmWith(otp, totpAt(secretKey, stage.nowMs)));
  stage.nowMs += 3_600_000;
  const later = await receiveOtp(stage.sandbox, enrollingSecondFactor);
  // The code is refused before the sandbox has requested it.
  expect((await confirmWith(later, totpAt(secretKey, stage.nowMs))).status).toBe(403);
  await confirmOtp(stage.sandbox, enrollingSecondFactor, later);
  accessTokenOf(await confirmWith(later, totpAt(secretKey, stage.nowMs)));
});

test.each([
  [-60_000, 403],
  [-30_000, 200],
  [30_000, 200],
  [60_000, 403],
])("the code of an app whose clock differs by %i ms is answered with %i", async (differenceMs, status) => {
  const { otp, secretKey } = await enrol();
  expect((await confirmWith(otp, totpAt(secretKey, stage.nowMs + differenceMs))).status).toBe(status);
});

test("a code from the test vectors of RFC 6238 logs in", async () => {
  stage.nowMs = 59_000;
  const authenticatorKey = () => "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  await stage.sandbox.close();
  stage.sandbox = await startSandbox({ nowMs: () => stage.nowMs, secrets: { ...randomSecrets, authenticatorKey } });
  const { otp } = await enrol();
  accessTokenOf(await confirmWith(otp, "287082"));
});

function totpAt(secret: string, timestamp: number): string {
  return new TOTP({ secret }).generate({ timestamp });
}

/** Reads which modules of a QR code are dark, at the middle of each. A module is six pixels wide. */
function modulesOf(dataUrl: string): boolean[][] {
  const { width, data } = PNG.sync.read(Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64"));
  const middles = Array.from({ length: width / 6 }, (_, index) => index * 6 + 3);
  return middles.map((y) => middles.map((x) => data[4 * (y * width + x)] === 0));
}
