import { inflateSync } from "node:zlib";
import { encode } from "uqr";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { totpAt } from "../../../sandbox/totp.ts";
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

// The table of RFC 6238 for SHA-1, whose codes have eight digits.
test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("%i s after 1970 the key of RFC 6238 gives the end of its %s", (atSeconds, code) => {
  expect(totpAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", atSeconds * 1000)).toBe(code.slice(2));
});

/** Which modules of a QR code are dark, read from the middle of each, of six pixels a side. */
function modulesOf(dataUrl: string): boolean[][] {
  const png = Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");
  const side = png.readUInt32BE(16);
  const firstChunkEnd = 33;
  expect(png.subarray(firstChunkEnd + 4, firstChunkEnd + 8).toString("latin1")).toBe("IDAT");
  const pixels = inflateSync(png.subarray(firstChunkEnd + 8));
  const middles = Array.from({ length: side / 6 }, (_, index) => index * 6 + 3);
  return middles.map((y) => middles.map((x) => pixels[y * (side + 1) + 1 + x] === 0));
}
