import type { TestAccount } from "./accounts.ts";
import { forbidden } from "./api-error.ts";
import type { PhoneValidation } from "./otp-book.ts";
import { randomAuthenticatorKey, randomOtp } from "./random-values.ts";

// Looks like a QR code and is none: an authenticator app has nothing to read here, the code is announced instead.
const enrolmentPicture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABUAAAAVAQAAAACBbJg7AAAAKUlEQVR42mNg/MPAUPv3A4PrXwE4BvFB4v///8CJGYG4FohdkXAtRBwALXAvC2Q+FkkAAAAASUVORK5CYII=";

export interface AuthenticatorChallenge {
  readonly message: string;
  /** On the first enrolment only: a picture as a data: URL, and the key that it stands for. */
  readonly QRCode?: string;
  readonly secretKey?: string;
}

export interface SecondFactor {
  isRequired(account: TestAccount): boolean;
  /** Gives the validation the code that it will accept, the same one when asked again. */
  challenge(validation: PhoneValidation): {
    readonly authenticatorOtp: string;
    readonly challenge: AuthenticatorChallenge;
  };
  /** For a code that was sent: none fits before the challenge. Throws 403 `authenticator_otp_does_not_match`. */
  check(validation: PhoneValidation, authenticatorOtp: unknown): void;
}

export function createSecondFactor(): SecondFactor {
  const enrolmentKeys = new Map<string, string>();
  const enrolledClientIds = new Set<string>();

  function enrolmentOf(account: TestAccount): Omit<AuthenticatorChallenge, "message"> {
    if (account.secondFactor !== "to-enrol" || enrolledClientIds.has(account.clientId)) return {};
    const secretKey = enrolmentKeys.get(account.clientId) ?? randomAuthenticatorKey();
    enrolmentKeys.set(account.clientId, secretKey);
    return { QRCode: enrolmentPicture, secretKey };
  }

  return {
    isRequired: (account) => account.secondFactor !== "none",

    challenge(validation) {
      const { account } = validation;
      validation.authenticatorOtp ??= randomOtp();
      const message =
        account.language === "es"
          ? "Ingresa el código de tu aplicación de autenticación."
          : "Enter the code of your authenticator app.";
      return {
        authenticatorOtp: validation.authenticatorOtp,
        challenge: { message, ...enrolmentOf(account) },
      };
    },

    check(validation, authenticatorOtp) {
      if (authenticatorOtp !== validation.authenticatorOtp) {
        validation.wrongCodes += 1;
        throw forbidden("authenticator_otp_does_not_match");
      }
      enrolledClientIds.add(validation.account.clientId);
    },
  };
}
