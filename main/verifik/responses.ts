import * as v from "valibot";
import { cutTo, oneLine } from "./shown-line.ts";

/**
 * The answers of Verifik's API, as far as they are used here; every other field is dropped where it is parsed. That
 * holds above all for `data.otp` of the first one: a bcrypt hash of six digits, as good as the code itself.
 */

const isoMomentMs = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);

/** `POST /v2/projects/phone-login`. */
export const otpSentSchema = v.object({
  data: v.object({
    phoneGateway: v.fallback(v.picklist(["whatsapp", "sms", "other"]), "other"),
    expiresAt: v.fallback(v.optional(isoMomentMs), undefined),
    createdAt: v.fallback(v.optional(isoMomentMs), undefined),
  }),
});

/** What a header can carry: visible ASCII. */
const bearerToken = v.pipe(v.string(), v.regex(/^[!-~]+$/));

/** A new token, of whichever call: older forms of the API carried it elsewhere. Answers the token. */
export const tokenSchema = v.union([
  v.pipe(
    v.object({ data: v.object({ accessToken: bearerToken }) }),
    v.transform(({ data }) => data.accessToken),
  ),
  v.pipe(
    v.object({ data: v.object({ token: bearerToken }) }),
    v.transform(({ data }) => data.token),
  ),
  v.pipe(
    v.object({ data: bearerToken }),
    v.transform(({ data }) => data),
  ),
  v.pipe(
    v.object({ accessToken: bearerToken }),
    v.transform(({ accessToken }) => accessToken),
  ),
  v.pipe(
    v.object({ token: bearerToken }),
    v.transform(({ token }) => token),
  ),
]);

/**
 * A success without a token, but with a message: the server asks for an authenticator code. What is beside it is for
 * setting one up.
 */
export const secondFactorSchema = v.object({
  data: v.object({ message: v.string(), QRCode: v.optional(v.unknown()), secretKey: v.optional(v.unknown()) }),
});

const longestShownLine = 100;

const shownLine = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => cutTo(longestShownLine, oneLine(text)) || undefined),
    ),
  ),
  undefined,
);

/** `GET /v2/clients/me`. It tells much more of the account, also secrets. */
export const accountSchema = v.pipe(
  v.object({
    data: v.object({
      _id: v.string(),
      name: shownLine,
      email: shownLine,
      credits: v.fallback(v.optional(v.pipe(v.number(), v.finite())), undefined),
    }),
  }),
  v.transform(({ data: { name, email, credits } }) => ({ name, email, credits })),
);

/** The texts of an error, under whichever of three names. */
export const errorSchema = v.object({
  code: v.fallback(v.optional(v.string()), undefined),
  message: v.fallback(v.optional(v.string()), undefined),
  error: v.fallback(v.optional(v.string()), undefined),
});
