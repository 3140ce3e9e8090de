import { TOTP } from "otpauth";
import type { TestAccount } from "./accounts.ts";
import { forbidden } from "./api-error.ts";
import type { PhoneValidation } from "./otp-book.ts";
import { qrCodeUrl } from "./qr-code.ts";
import type { SecretValues } from "./random-values.ts";

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
  /**
   * For a code that was sent: none fits before the challenge. Then the announced one does, and those that an app shows
   * that was set up by the enrolment. Throws 403 `authenticator_otp_does_not_match`.
   */
  check(validation: PhoneValidation, authenticatorOtp: unknown): void;
}

export function createSecondFactor(nowMs: () => number, secrets: SecretValues): SecondFactor {
  const enrolmentKeys = new Map<string, string>();
  const enrolledClientIds = new Set<string>();

  function enrolmentOf(account: TestAccount): Omit<AuthenticatorChallenge, "message"> {
    if (account.secondFactor !== "to-enrol" || enrolledClientIds.has(account.clientId)) return {};
    const secretKey = enrolmentKeys.get(account.clientId) ?? secrets.authenticatorKey();
    enrolmentKeys.set(account.clientId, secretKey);
    return { QRCode: qrCodeUrl(otpauthUrl(account, secretKey)), secretKey };
  }

  /** Accepts the codes of the steps before and after too: clocks differ, and typing takes time. */
  function isShownByApp({ account }: PhoneValidation, authenticatorOtp: unknown): boolean {
    const secret = enrolmentKeys.get(account.clientId);
    if (secret === undefined || typeof authenticatorOtp !== "string") return false;
    return new TOTP({ secret }).validate({ token: authenticatorOtp, timestamp: nowMs(), window: 1 }) !== null;
  }

  return {
    isRequired: (account) => account.secondFactor !== "none",

    challenge(validation) {
      const { account } = validation;
      validation.authenticatorOtp ??= secrets.otp();
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
      const isAsked = validation.authenticatorOtp !== undefined;
      const fits = authenticatorOtp === validation.authenticatorOtp || isShownByApp(validation, authenticatorOtp);
      if (!isAsked || !fits) {
        validation.wrongCodes += 1;
        throw forbidden("authenticator_otp_does_not_match");
      }
      enrolledClientIds.add(validation.account.clientId);
    },
  };
}

/** What authenticator apps read in a QR code. */
function otpauthUrl(account: TestAccount, secretKey: string): string {
  const issuer = encodeURIComponent("Verifik sandbox");
  return `otpauth://totp/${issuer}:${encodeURIComponent(account.email)}?secret=${secretKey}&issuer=${issuer}`;
}
