import { accountByNumber, e164Of } from "../accounts.ts";
import { badRequest, notFound, wrongOtp } from "../api-error.ts";
import { endpoints } from "../endpoints.ts";
import { parametersOf, phoneNumberOf } from "../parameters.ts";
import { randomAnswerId, randomObjectId, type SecretValues } from "../random-values.ts";
import type { Route } from "../routes.ts";
import { signatureAt } from "../signature.ts";
import type { Tokens } from "../tokens.ts";
import type { OtpBook, PhoneValidation } from "./otp-book.ts";
import type { SecondFactor } from "./second-factor.ts";

/** A code that Verifik would send to a phone. */
export interface SentOtp {
  readonly e164: string;
  readonly channel: "whatsapp" | "sms";
  readonly otp: string;
}

/** The code that the person's authenticator app would show now. */
export interface ShownAuthenticatorOtp {
  readonly e164: string;
  readonly authenticatorOtp: string;
}

export interface PhoneLoginParts {
  readonly otpBook: OtpBook;
  readonly secondFactor: SecondFactor;
  readonly tokens: Tokens;
  readonly nowMs: () => number;
  readonly secrets: Pick<SecretValues, "otpHash">;
  readonly otpSent: (sent: SentOtp) => void;
  readonly authenticatorOtpShown: (shown: ShownAuthenticatorOtp) => void;
}

/** The two calls of the login: request a code, and confirm it. */
export function phoneLoginRoutes(parts: PhoneLoginParts): readonly Route[] {
  const { otpBook, secondFactor, tokens, nowMs, secrets, otpSent, authenticatorOtpShown } = parts;

  function request(body: unknown): unknown {
    const parameters = parametersOf(body, ["countryCode", "phone", "type"]);
    if (parameters.type !== "login") throw badRequest("Invalid type.");
    const { countryCode, phone } = phoneNumberOf(parameters, nowMs());
    const account = accountByNumber(countryCode, phone);
    if (!account) throw notFound("user_not_found");
    const validation = otpBook.issue(account);
    otpSent({ e164: e164Of(account), channel: account.phoneGateway, otp: validation.otp });
    return {
      data: sentValidation(validation, secondFactor.isRequired(account), secrets.otpHash()),
      signature: signatureAt(validation.createdAtMs),
      id: randomAnswerId(),
    };
  }

  async function confirm(body: unknown): Promise<unknown> {
    const parameters = parametersOf(body, ["countryCode", "phone", "otp"]);
    const { countryCode, phone } = phoneNumberOf(parameters, nowMs());
    const validation = otpBook.pending(`${countryCode}${phone}`);
    const { account } = validation;
    if (parameters.otp !== validation.otp) {
      validation.wrongCodes += 1;
      throw wrongOtp(account);
    }
    if (secondFactor.isRequired(account)) {
      if (parameters.authenticatorOTP === undefined) {
        const { authenticatorOtp, challenge } = secondFactor.challenge(validation);
        authenticatorOtpShown({ e164: e164Of(account), authenticatorOtp });
        return { data: challenge };
      }
      parametersOf(body, ["type"]);
      secondFactor.check(validation, parameters.authenticatorOTP);
    }
    validation.validated = true;
    return { data: { accessToken: await tokens.issue(account, 1), tokenType: "bearer" } };
  }

  return [
    { method: "POST", path: endpoints["request-otp"], handle: ({ body }) => request(body) },
    { method: "POST", path: endpoints["confirm-otp"], handle: ({ body }) => confirm(body) },
  ];
}

function sentValidation(
  { account, createdAtMs, expiresAtMs }: PhoneValidation,
  requires2FA: boolean,
  otpHash: string,
): unknown {
  const createdAt = new Date(createdAtMs).toISOString();
  return {
    client: account.clientId,
    project: "6266193db77ccc8111730c90",
    projectFlow: "658ed28b0990f300134d7b78",
    status: "sent",
    countryCode: account.countryCode,
    phone: account.phone,
    phoneGateway: account.phoneGateway,
    otp: otpHash,
    expiresAt: new Date(expiresAtMs).toISOString(),
    phoneData: { title: "Verifik Client" },
    type: "login",
    // Verifik's English page has angle brackets here, the Spanish one has none.
    redirectUrl: account.language === "es" ? "https://verifik.co" : "<https://verifik.co>",
    requires2FA,
    language: account.language,
    _id: randomObjectId(),
    updatedAt: createdAt,
    createdAt,
    __v: 0,
    new: true,
    providerConfirmation: {},
  };
}
