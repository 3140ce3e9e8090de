/**
 * The phone numbers with an account. The sandbox answers any other well-formed number with 404 `user_not_found`.
 *
 *   +57 300 123 4567     Spanish, code by WhatsApp
 *   +1 202 555 0123      English, code by SMS
 *   +57 310 765 4321     needs an authenticator code too
 *   +52 55 1234 5678     needs an authenticator code, and enrols the authenticator at the first login
 *   +44 7700 900123      answers a wrong code with 403 `otp_does_not_match` instead of 400
 *   +225 01 02 03 04 05  starts with a zero, which a JSON number would lose
 */
export type AccountRole =
  | "by-whatsapp"
  | "by-sms"
  | "second-factor"
  | "second-factor-enrolment"
  | "wrong-code-is-403"
  | "leading-zero";

export interface TestAccount {
  readonly role: AccountRole;
  /** The number in groups, for people. */
  readonly displayNumber: string;
  /** With the plus sign, as in Verifik's API. */
  readonly countryCode: string;
  /** Digits only. */
  readonly phone: string;
  readonly phoneGateway: "whatsapp" | "sms";
  readonly language: "en" | "es";
  readonly secondFactor: "none" | "enrolled" | "to-enrol";
  readonly wrongOtpStatus: 400 | 403;
  readonly clientId: string;
  readonly name: string;
  readonly email: string;
  readonly credits: number;
}

const ordinary = {
  phoneGateway: "whatsapp",
  language: "es",
  secondFactor: "none",
  wrongOtpStatus: 400,
  credits: 250,
} as const;

export const testAccounts: readonly TestAccount[] = [
  {
    ...ordinary,
    role: "by-whatsapp",
    displayNumber: "+57 300 123 4567",
    countryCode: "+57",
    phone: "3001234567",
    clientId: "613375a1eab2fe08527f0001",
    name: "Ana Prueba",
    email: "ana@sandbox.example",
  },
  {
    ...ordinary,
    role: "by-sms",
    displayNumber: "+1 202 555 0123",
    countryCode: "+1",
    phone: "2025550123",
    phoneGateway: "sms",
    language: "en",
    clientId: "613375a1eab2fe08527f0002",
    name: "Sam Sample",
    email: "sam@sandbox.example",
  },
  {
    ...ordinary,
    role: "second-factor",
    displayNumber: "+57 310 765 4321",
    countryCode: "+57",
    phone: "3107654321",
    secondFactor: "enrolled",
    clientId: "613375a1eab2fe08527f0003",
    name: "Doris Factor",
    email: "doris@sandbox.example",
  },
  {
    ...ordinary,
    role: "second-factor-enrolment",
    displayNumber: "+52 55 1234 5678",
    countryCode: "+52",
    phone: "5512345678",
    secondFactor: "to-enrol",
    clientId: "613375a1eab2fe08527f0004",
    name: "Nuevo Factor",
    email: "nuevo@sandbox.example",
  },
  {
    ...ordinary,
    role: "wrong-code-is-403",
    displayNumber: "+44 7700 900123",
    countryCode: "+44",
    phone: "7700900123",
    language: "en",
    wrongOtpStatus: 403,
    clientId: "613375a1eab2fe08527f0005",
    name: "Frances Forbidden",
    email: "frances@sandbox.example",
  },
  {
    ...ordinary,
    role: "leading-zero",
    displayNumber: "+225 01 02 03 04 05",
    countryCode: "+225",
    phone: "0102030405",
    language: "en",
    clientId: "613375a1eab2fe08527f0006",
    name: "Zita Zero",
    email: "zita@sandbox.example",
  },
];

export function accountByNumber(countryCode: string, phone: string): TestAccount | undefined {
  return testAccounts.find((account) => account.countryCode === countryCode && account.phone === phone);
}

export function accountByClientId(clientId: string): TestAccount | undefined {
  return testAccounts.find((account) => account.clientId === clientId);
}

export function e164Of(account: TestAccount): string {
  return `${account.countryCode}${account.phone}`;
}
