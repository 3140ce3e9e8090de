import { describe, expect, test } from "vitest";
import { readEnrolment } from "../../../main/verifik/enrolment.ts";
import { qrCodeUrl } from "../../../sandbox/login/qr-code.ts";

const qrCode = qrCodeUrl("otpauth://totp/sample?secret=JBSWY3DPEHPK3PXP");
const secretKey = "JBSWY3DPEHPK3PXP";

/** The enrolment with its secrets revealed. */
function read(given: { QRCode?: unknown; secretKey?: unknown }) {
  const enrolment = readEnrolment(given);
  return enrolment && { qrCode: enrolment.qrCode?.reveal(), secretKey: enrolment.secretKey?.reveal() };
}

/** A picture of this size that is cut short after its head. */
function pngOf(width: number, height: number): string {
  const head = Buffer.from(qrCode.slice(qrCode.indexOf(",") + 1), "base64").subarray(0, 33);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return `data:image/png;base64,${head.toString("base64")}`;
}

describe("an enrolment is", () => {
  test("a QR code and a key, or one of them", () => {
    expect(read({ QRCode: qrCode, secretKey })).toEqual({ qrCode, secretKey });
    expect(read({ QRCode: qrCode })).toEqual({ qrCode, secretKey: undefined });
    expect(read({ secretKey })).toEqual({ qrCode: undefined, secretKey });
    expect(read({ QRCode: "https://elsewhere.example/qr.png", secretKey })).toEqual({ qrCode: undefined, secretKey });
    expect(read({ QRCode: qrCode, secretKey: "none" })).toEqual({ qrCode, secretKey: undefined });
  });

  test("absent if both are missing", () => {
    expect(read({})).toBeUndefined();
    expect(read({ QRCode: null, secretKey: "" })).toBeUndefined();
  });
});

describe("a key", () => {
  test.each(["jbsw y3dp ehpk 3pxp", "JBSW-Y3DP-EHPK-3PXP", " JBSWY3DPEHPK3PXP\n", "JBSWY3DPEHPK3PXP======"])(
    "is accepted however it is grouped: %j",
    (written) => {
      expect(read({ secretKey: written })?.secretKey).toBe(secretKey);
    },
  );

  test("has 16 to 128 letters", () => {
    expect(read({ secretKey: "A".repeat(15) })).toBeUndefined();
    expect(read({ secretKey: "A".repeat(128) })?.secretKey).toHaveLength(128);
    expect(read({ secretKey: "A".repeat(129) })).toBeUndefined();
  });

  test.each([undefined, null, 7, {}, [secretKey], "JBSWY3DPEHPK3PX1", "JBSWY3DPEHPK3PX0", "<b>JBSWY3DPEHPK3PXP</b>"])(
    "cannot be %j",
    (other) => {
      expect(read({ secretKey: other })).toBeUndefined();
    },
  );
});

describe("a QR code", () => {
  test.each<[string, unknown]>([
    ["not a text", { url: qrCode }],
    ["an address", "https://elsewhere.example/qr.png"],
    ["a script", "javascript:alert(1)"],
    ["an SVG", "data:image/svg+xml;base64,PHN2Zy8+"],
    ["an SVG that is called a PNG", "data:image/png;base64,PHN2Zy8+"],
    ["empty", "data:image/png;base64,"],
    ["only the start of a PNG's head", "data:image/png;base64,iVBORw0KGgo="],
    ["not base64", qrCode.replace("iVBOR", "iVB%R")],
    ["base64 that is cut short", `${pngOf(300, 300)}A`],
    ["followed by other text", `${qrCode}" onerror="alert(1)`],
    ["preceded by a space", ` ${qrCode}`],
    ["too large a file", pngOf(300, 300) + "A".repeat(200_000)],
    ["another image format", pngOf(300, 300).replace("iVBOR", "iVBOS")],
    ["without width", pngOf(0, 300)],
    ["without height", pngOf(300, 0)],
    ["too wide to draw", pngOf(4097, 300)],
    ["too high to draw", pngOf(300, 4_294_967_295)],
  ])("that is %s is left out", (_what, url) => {
    expect(read({ QRCode: url })).toBeUndefined();
  });

  test("is accepted up to 4096 pixels a side and 200 000 characters", () => {
    const url = pngOf(4096, 4096);
    expect(read({ QRCode: url })?.qrCode).toBe(url);
    const longest = url.padEnd(200_000 - ((200_000 - url.length) % 4), "A");
    expect(read({ QRCode: longest })?.qrCode).toHaveLength(longest.length);
  });
});
