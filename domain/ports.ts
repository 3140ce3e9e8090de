import type { Failure } from "./failure.ts";
import type { PhoneNumber } from "./phone/phone-number.ts";
import type { ReminderOffset } from "./reminders/reminder.ts";
import type { Result } from "./result.ts";
import type { Secret } from "./secret.ts";
import type { BearerToken } from "./token/bearer-token.ts";

/** How the code reached the person; Verifik chooses it (`phoneGateway`). */
export type OtpChannel = "whatsapp" | "sms" | "other";

/** Where the token is kept, or why it is kept in memory only. */
export type TokenStorage = "keyring" | "being-stored" | "memory-without-keyring" | "memory-after-write-failure";

/**
 * What was wrong with the token's file at this start. It was set aside when it was damaged, or made by a newer version;
 * nothing can be stored when it cannot be reached at all.
 */
export type StoreProblem = "damaged" | "newer" | "unreachable";

/** What the session needs of Verifik. */
export interface VerifikApi {
  /** Sends a code to somebody's phone: never repeated without a person's word. */
  requestOtp(phone: PhoneNumber): Promise<Result<OtpSent, Failure>>;
  confirmOtp(phone: PhoneNumber, otp: Secret, authenticatorOtp?: Secret): Promise<Result<OtpConfirmed, Failure>>;
  /** Asks whose the token is; `token-rejected` when it is not taken. */
  readAccount(bearerToken: Secret): Promise<Result<Account, Failure>>;
  /** A new token that is good for so many months; the present one stays valid. `token-rejected` when it is not taken. */
  renewToken(bearerToken: Secret, months: number): Promise<Result<Secret, Failure>>;
  /** Ends every token of the account and answers a new one. `revocation-unanswered` when they may have ended without it. */
  revokeTokens(bearerToken: Secret): Promise<Result<Secret, Failure>>;
}

/** Whose the token is, as far as it is shown. Never stored. */
export interface Account {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly credits: number | undefined;
}

export interface OtpSent {
  readonly channel: OtpChannel;
  readonly lifetimeMs: number;
}

export type OtpConfirmed =
  | { readonly kind: "token"; readonly bearerToken: Secret }
  /** With an enrolment when the account has no authenticator yet. */
  | { readonly kind: "second-factor-required"; readonly enrolment: Enrolment | undefined };

/** What an authenticator app is set up with; the server gives one of them at least. */
export interface Enrolment {
  /** A PNG picture, as a data: URL. */
  readonly qrCode: Secret | undefined;
  /** Base32, without spaces. */
  readonly secretKey: Secret | undefined;
}

/** A token with what is remembered beside it. */
export interface KeptToken extends BearerToken {
  readonly maskedPhone: string;
  readonly remindersDone: readonly ReminderOffset[];
  /** Verifik refused it when it was last asked. */
  readonly rejected: boolean;
}

export type LoadedToken =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: UnreadableToken; readonly expiresAtMs: number }
  | { readonly kind: "token"; readonly token: KeptToken };

/** Why a stored token cannot be read now. It is left as it is: what is missing may come back. */
export type UnreadableToken =
  | { readonly reason: "no-keyring" }
  /** Names as a person knows them, e.g. "GNOME Keyring" and "KWallet". */
  | { readonly reason: "other-keyring"; readonly encryptedBy: string; readonly present: string }
  /** The keyring is the right one, but its key is another: it was reset. */
  | { readonly reason: "other-key" };

/** Keeps the token of one API origin between starts. */
export interface TokenVault {
  load(): Promise<LoadedToken>;
  /**
   * Answers where the token is kept: in memory when it cannot be encrypted or written. A keyring may take its time, so
   * that another token is to be kept by then, or none: what was asked last holds, and this is `superseded`.
   */
  keep(token: KeptToken): Promise<Exclude<TokenStorage, "being-stored"> | "superseded">;
  /** Notes what has become of the token, if it is the one that is kept. */
  update(token: KeptToken): void;
  /** Deletes the token, and copies that were kept aside. */
  remove(): Result<undefined, Failure>;
}

/** Keeps the phone number of the last login, encrypted like the token. */
export interface NumberMemory {
  /** `undefined` when none is kept, or it cannot be read. */
  load(): Promise<PhoneNumber | undefined>;
  /** Without a keyring, or where the disk refuses, nothing is kept: it is a convenience, and the token says that already. */
  remember(phone: PhoneNumber): Promise<void>;
  /** Deletes it; answers whether nothing is left on the disk. */
  forget(): Result<undefined, Failure>;
}

export interface Clock {
  /** Unix time, ms. */
  nowMs(): number;
  /** Never jumps; counts from an arbitrary start, ms. */
  monotonicMs(): number;
  /** Resolves after so many ms. */
  wait(ms: number): Promise<void>;
}

/** What rings after a while, and tells when the computer has slept. */
export interface Alarm {
  /** Rings once, after so many ms that this process has been awake, about. Returns what cancels it. */
  set(ms: number, ring: () => void): () => void;
  /** Returns the unsubscribe. Not every system tells. */
  onWake(listener: () => void): () => void;
}

/** A reminder, and the leads that it stands for. */
export interface DueReminder {
  readonly token: KeptToken;
  readonly offsets: readonly ReminderOffset[];
}

/** Shows one reminder at a time. */
export interface ReminderDesktop {
  hasNotificationServer(): Promise<boolean>;
  /** Takes the place of the one before. */
  showReminder(due: DueReminder, nowMs: number): void;
  withdrawReminder(): void;
}
