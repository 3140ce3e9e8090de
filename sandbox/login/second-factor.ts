import { TOTP } from "otpauth";
import type { TestAccount } from "../accounts.ts";
import { forbidden } from "../api-error.ts";
import type { SecretValues } from "../random-values.ts";
import type { PhoneValidation } from "./otp-book.ts";
import { qrCodeUrl } from "./qr-code.ts";

export interface AuthenticatorChallenge {
  readonly message: string;
  /** Only until the first enrolment: the key as a QR code in a data: URL, and as text. */
  readonly QRCode?: string;
  readonly secretKey?: string;
}

export interface SecondFactor {
  isRequired(account: TestAccount): boolean;
  /** Sets the code that the validation will accept. A second call returns the same code. */
  challenge(validation: PhoneValidation): {
    readonly authenticatorOtp: string;
    readonly challenge: AuthenticatorChallenge;
  };
  /**
   * Accepts the code of the challenge, and those of an app that was set up with the enrolment's key. Before the challenge it accepts
   * no code. Throws 403 `authenticator_otp_does_not_match`.
   */
  check(validation: PhoneValidation, authenticatorOtp: unknown): void;
}

/** The authenticator codes of logins. Keeps the keys and the enrolled accounts in memory. */
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
  function isFromApp({ account }: PhoneValidation, authenticatorOtp: unknown): boolean {
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
      const fits = authenticatorOtp === validation.authenticatorOtp || isFromApp(validation, authenticatorOtp);
      if (!isAsked || !fits) {
        validation.wrongCodes += 1;
        throw forbidden("authenticator_otp_does_not_match");
      }
      enrolledClientIds.add(validation.account.clientId);
    },
  };
}

/** The content of the QR code: https://github.com/google/google-authenticator/wiki/Key-Uri-Format. */
function otpauthUrl(account: TestAccount, secretKey: string): string {
  const issuer = encodeURIComponent("Verifik sandbox");
  return `otpauth://totp/${issuer}:${encodeURIComponent(account.email)}?secret=${secretKey}&issuer=${issuer}`;
}
