import { TOTP } from "otpauth";
import { PNG } from "pngjs";
import { encode } from "uqr";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { randomSecrets } from "../../../sandbox/random-values.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { accessTokenOf, confirmOtp, enrollingSecondFactor, receiveOtp } from "./sandbox-calls.ts";

const EnrolmentSchema = v.object({ data: v.object({ QRCode: v.string(), secretKey: v.string() }) });

let sandbox: Sandbox;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.UTC(2024, 4, 29);
  sandbox = await startSandbox({ coolDownSeconds: 0, nowMs: () => nowMs });
});

afterEach(() => sandbox.close());

async function enrol() {
  const otp = await receiveOtp(sandbox, enrollingSecondFactor);
  const challenge = await confirmOtp(sandbox, enrollingSecondFactor, otp);
  return { otp, ...v.parse(EnrolmentSchema, challenge.body).data };
}

function confirmWith(otp: string, authenticatorOTP: string) {
  return confirmOtp(sandbox, enrollingSecondFactor, otp, { authenticatorOTP, type: "login" });
}

test("an app reads the key in the QR code", async () => {
  const { QRCode, secretKey } = await enrol();
  const url = `otpauth://totp/Verifik%20sandbox:nuevo%40sandbox.example?secret=${secretKey}&issuer=Verifik%20sandbox`;
  expect(modulesOf(QRCode)).toEqual(encode(url, { border: 4 }).data);
});

test("the code that the app shows logs in, at this login and later ones", async () => {
  const { otp, secretKey } = await enrol();
  accessTokenOf(await confirmWith(otp, totpAt(secretKey, nowMs)));
  nowMs += 3_600_000;
  const later = await receiveOtp(sandbox, enrollingSecondFactor);
  // Not before it is asked for.
  expect((await confirmWith(later, totpAt(secretKey, nowMs))).status).toBe(403);
  await confirmOtp(sandbox, enrollingSecondFactor, later);
  accessTokenOf(await confirmWith(later, totpAt(secretKey, nowMs)));
});

test.each([
  [-60_000, 403],
  [-30_000, 200],
  [30_000, 200],
  [60_000, 403],
])("the code of an app whose clock differs by %i ms is answered with %i", async (differenceMs, status) => {
  const { otp, secretKey } = await enrol();
  expect((await confirmWith(otp, totpAt(secretKey, nowMs + differenceMs))).status).toBe(status);
});

test("the code that RFC 6238 lists for its key and its first moment logs in", async () => {
  nowMs = 59_000;
  const authenticatorKey = () => "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  await sandbox.close();
  sandbox = await startSandbox({ nowMs: () => nowMs, secrets: { ...randomSecrets, authenticatorKey } });
  const { otp } = await enrol();
  accessTokenOf(await confirmWith(otp, "287082"));
});

function totpAt(secret: string, timestamp: number): string {
  return new TOTP({ secret }).generate({ timestamp });
}

/** Which modules of a QR code are dark, read from the middle of each, of six pixels a side. */
function modulesOf(dataUrl: string): boolean[][] {
  const { width, data } = PNG.sync.read(Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64"));
  const middles = Array.from({ length: width / 6 }, (_, index) => index * 6 + 3);
  return middles.map((y) => middles.map((x) => data[4 * (y * width + x)] === 0));
}
