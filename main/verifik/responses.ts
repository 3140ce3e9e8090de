import * as v from "valibot";
import { cutTo, oneLine } from "./shown-line.ts";

/**
 * The fields of Verifik's responses that we use; parsing drops all others. Above all `data.otp` of the first response: a bcrypt
 * hash of six digits, which is as good as the code itself.
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

/** Visible ASCII, because it goes into a header. */
const bearerToken = v.pipe(v.string(), v.regex(/^[!-~]+$/));

/** The new token in the response of any call. Older versions of the API have it in other places. */
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

/** A success with a message instead of a token: the server asks for an authenticator code. The other fields are for setting one up. */
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

/** `GET /v2/clients/me`. The response has many more fields, also secrets. */
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

/** An error has its texts in any of these fields. */
export const errorSchema = v.object({
  code: v.fallback(v.optional(v.string()), undefined),
  message: v.fallback(v.optional(v.string()), undefined),
  error: v.fallback(v.optional(v.string()), undefined),
});
