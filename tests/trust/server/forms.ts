import { type Endpoint, sentSecrets } from "./calls.ts";

/** They take the place of Verifik's secrets in answers. */
export const answeredSecrets = {
  otpHash: "$2a$10$fdoxDgtv6J7E4nnZoCORSOiUbpCGOOE5JWghrvAUNZIoX5h81zJLq",
  jwtPhrase: "phrase-that-nobody-may-see-5417-0a1b2c3d4e5f",
};

export const goodToken = "eyJhbGciOiJIUzI1NiJ9.eyJleHBpcmVzQXQiOjE4OTM0NTYwMDB9.c2lnbmF0dXJl";

const { otpHash, jwtPhrase } = answeredSecrets;
const { phone, otp, authenticatorOtp, bearerToken } = sentSecrets;

/** The answers on Verifik's pages and in its clients, with all their fields, also the ones that we do not use. */
const sent = {
  data: {
    client: "613375a1eab2fe08527f81e2",
    project: "6266193db77ccc8111730c90",
    status: "sent",
    countryCode: "+57",
    phone,
    phoneGateway: "whatsapp",
    otp: otpHash,
    expiresAt: "2024-05-29T03:51:26.000Z",
    phoneData: { title: "Verifik Client" },
    requires2FA: false,
    _id: "6656a3e6eb43abfd7146abb6",
    createdAt: "2024-05-29T03:41:27.009Z",
    __v: 0,
    providerConfirmation: {},
  },
  signature: { dateTime: "May 29, 2024 3:41 AM", message: "Certified by Verifik.co" },
  id: "Y0628",
};

const tokens = [
  { data: { accessToken: goodToken, tokenType: "bearer" } },
  { data: { token: goodToken } },
  { data: goodToken },
  { accessToken: goodToken, tokenType: "bearer" },
  { token: goodToken },
];

const questions = [
  { data: { message: "Enter the code of your authenticator app." } },
  { data: { message: "Set up", QRCode: "data:image/png;base64,AAAA", secretKey: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" } },
];

const account = {
  data: {
    _id: "613375a1eab2fe08527f81e2",
    name: "Ana",
    email: "ana@example.com",
    phone,
    countryCode: "+57",
    credits: 12.5,
    otp: otpHash,
    JWTPhrase: jwtPhrase,
    billing: { card: jwtPhrase },
  },
};

export const forms: Record<Endpoint, readonly object[]> = {
  "request-otp": [sent],
  "confirm-otp": [...tokens, ...questions],
  "confirm-second-factor": [...tokens, ...questions],
  renew: tokens,
  "renew-by-post": tokens,
  revoke: tokens,
  account: [account],
};

/** All known forms of an error. */
export const envelopes: readonly object[] = [
  { code: "BadRequest", message: "Invalid phone number format.", signature: sent.signature },
  { code: "BadRequest", message: "Invalid OTP code." },
  { code: "BadRequest", message: "Código OTP inválido." },
  { message: "invalid_otp", code: "ERROR" },
  { code: "MissingParameter", message: "missing countryCode\n. missing phone\n. missing type\n" },
  { code: "Forbidden", message: "otp_does_not_match" },
  { code: "otp_does_not_match", message: "403:otp_does_not_match" },
  { code: "Forbidden", message: "authenticator_otp_does_not_match" },
  { code: "Forbidden", message: "insufficient_credits" },
  { code: "Forbidden", message: "expired_token" },
  { code: "NotFound", message: "user_not_found" },
  { code: "NotFound" },
  { code: "NotFound", message: "invalid_phone" },
  { code: "NotFound", message: "phone_validation_not_found" },
  { code: "Conflict", message: "otp_recently_sent" },
  { code: "Conflict", message: "otp_not_sent" },
  { code: "Conflict", message: "otp_send_failed" },
  { code: "Conflict", message: "phone_validation_already_validated" },
  { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" },
  { code: "PreconditionFailed", message: "phoneValidation_has_expired" },
  { code: "TooManyRequests" },
  { code: "Unauthorized", message: "Invalid or expired token." },
  { error: "Unauthorized" },
  { error: "Forbidden" },
  { message: "Endpoint request timed out" },
];

/** Texts of a server that repeats the request or reveals its own secrets. */
export const echoes: readonly string[] = [
  `No code ${otp} for +57${phone}`,
  `No code for +57 300 123 4567 (tried ${otp} and ${authenticatorOtp})`,
  "No such number: (300) 123-4567, 300.123.4567, 300-123-45-67",
  `Code ${otp.slice(0, 3)} ${otp.slice(3)} is wrong, ${[...otp].join(" ")} too`,
  `missing ${phone}\n. missing ${otp}\n. missing ${bearerToken}`,
  `Bearer ${bearerToken} is not known`,
  `otp=${otp}; hash=${otpHash}; phrase=${jwtPhrase}`,
  `"${bearerToken}"`,
];
