import type { Failure } from "../failure.ts";

export interface PhoneNumber {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  /** Digits as the server gets them, with leading zeros where they are part of the number, as in Italy. */
  readonly nationalNumber: string;
}

export type PhoneInvalid = Extract<Failure, { kind: "phone-invalid" | "calling-code-unclear" }>;

/** "+573001234567": equal for the same number, whatever region was chosen. */
export function wholeNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  return `+${countryCallingCode}${nationalNumber}`;
}

/** "+57 ••••••••67": enough to recognise your own number. */
export function maskPhoneNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  const shown = nationalNumber.slice(-2);
  return `+${countryCallingCode} ${"•".repeat(nationalNumber.length - shown.length)}${shown}`;
}
