import type { Failure } from "./failure.ts";
import type { PhoneNumber } from "./phone/phone-number.ts";
import type { Result } from "./result.ts";
import type { Secret } from "./secret.ts";
import type { BearerToken } from "./token/bearer-token.ts";
import type { CopiedToken } from "./token/copied-token.ts";
import type { ReminderOffset } from "./token/reminder.ts";
import type { RenewalRecord } from "./token/renewal-record.ts";

/** The channel of the code; Verifik chooses it (`phoneGateway`). */
export type OtpChannel = "whatsapp" | "sms" | "other";

/** Where the token is stored, or why it is in memory only. */
export type TokenStorage = "keyring" | "being-stored" | "memory-without-keyring" | "memory-after-write-failure";

/**
 * A problem with the token's file at this start. A damaged or newer file was set aside. While the file is unreachable,
 * tokens stay in memory.
 */
export type StoreProblem = "damaged" | "newer" | "unreachable";

/** The calls to Verifik's API. */
export interface VerifikApi {
  /** Sends a code to a phone. Never repeated unless a person asks again. */
  requestOtp(phone: PhoneNumber): Promise<Result<OtpSent, Failure>>;
  confirmOtp(phone: PhoneNumber, otp: Secret, authenticatorOtp?: Secret): Promise<Result<OtpConfirmed, Failure>>;
  /** Reads the token's account; `token-rejected` if Verifik refuses the token. */
  readAccount(bearerToken: Secret): Promise<Result<Account, Failure>>;
  /** Gets a new token for `months`; the present one stays valid. `token-rejected` if Verifik refuses the present one. */
  renewToken(bearerToken: Secret, months: number): Promise<Result<Secret, Failure>>;
  /** Revokes every token of the account and returns a new one. `revocation-unanswered` if the outcome is unknown. */
  revokeTokens(bearerToken: Secret): Promise<Result<Secret, Failure>>;
}

/** The token's account, as far as the window shows it. Never stored. */
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
  /** `enrolment` is set if the account has no authenticator yet. */
  | { readonly kind: "second-factor-required"; readonly enrolment: Enrolment | undefined };

/** The data for setting up an authenticator app; the server gives at least one of the two. */
export interface Enrolment {
  /** A PNG picture, as a data: URL. */
  readonly qrCode: Secret | undefined;
  /** Base32, without spaces. */
  readonly secretKey: Secret | undefined;
}

/** A token with what the app remembers beside it. */
export interface KeptToken extends BearerToken {
  readonly maskedPhone: string;
  readonly remindersDone: readonly ReminderOffset[];
  /** Verifik refused the token in the last call. */
  readonly rejected: boolean;
}

export type LoadedToken =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: UnreadableToken; readonly expiresAtMs: number }
  | { readonly kind: "token"; readonly token: KeptToken };

/** Why a stored token cannot be decrypted now. It is not deleted, because the cause may go away. */
export type UnreadableToken =
  | { readonly reason: "no-keyring" }
  /** Product names, e.g. "GNOME Keyring" and "KWallet". */
  | { readonly reason: "other-keyring"; readonly encryptedBy: string; readonly present: string }
  /** The keyring is the same, but its key differs: it was reset. */
  | { readonly reason: "other-key" };

/** Stores the token of one API origin. */
export interface TokenVault {
  /** Only the first call lets a locked keyring ask the person for its password. */
  load(): Promise<LoadedToken>;
  /**
   * Stores the token and returns where it is: in memory if it cannot be encrypted or written. `superseded` if a later
   * `keep` or `remove` came while the keyring was working; then the later one wins.
   */
  keep(token: KeptToken): Promise<Exclude<TokenStorage, "being-stored"> | "superseded">;
  /** Updates what is remembered beside the token, if this is the stored one. */
  update(token: KeptToken): void;
  /** Deletes the token and the copies that were set aside; else `token-not-removed`. */
  remove(): Result<undefined, Failure>;
}

/** What is remembered in clear beside the tokens of one API origin. It holds no part of a token. */
export interface Notes {
  /** The newest token that the person copied and still uses. */
  readonly copied: CopiedToken | undefined;
  /** The tries to renew a token by itself. */
  readonly renewal: RenewalRecord | undefined;
}

/** Stores the notes of one API origin. */
export interface TokenNotes {
  /** The latest notes, saved or not; `undefined` if there were never any, as before a version that took notes. */
  load(): Notes | undefined;
  /** False if the disk refuses. The notes are kept in memory then, for `flush`. */
  save(notes: Notes): boolean;
  /** Tries once more to store what the disk refused. */
  flush(): void;
}

/** Stores the phone number of the last login, encrypted like the token. */
export interface NumberMemory {
  /** `undefined` if none is stored or it cannot be decrypted. */
  load(): Promise<PhoneNumber | undefined>;
  /** Stores nothing if the keyring or the disk refuses, without an error: the token's storage already reports that. */
  remember(phone: PhoneNumber): Promise<void>;
  /** Deletes the number; `number-not-forgotten` if something is left on the disk. */
  forget(): Result<undefined, Failure>;
}

export interface Clock {
  /** Unix time, ms. */
  nowMs(): number;
  /** Ms since an arbitrary start, sleep included. It goes on when the system clock is set back. */
  elapsedMs(): number;
  /** Resolves after `ms`. */
  wait(ms: number): Promise<void>;
}

/** A timer, and the computer's wake-ups. */
export interface Alarm {
  /** Calls back once: after about `ms` of awake time, or soon after clock or time zone were set. Returns a function that cancels it. */
  set(ms: number, ring: () => void): () => void;
  /** Returns the unsubscribe. Not every system reports a wake-up. */
  onWake(listener: () => void): () => void;
}

/** A due reminder of the present token, or of a copied one, and all offsets that it covers. */
export interface DueReminder<Token = KeptToken> {
  readonly token: Token;
  readonly offsets: readonly ReminderOffset[];
}

/** Shows one reminder at a time. */
export interface ReminderDesktop<Token = KeptToken> {
  /** Resolves to true once the desktop can show a reminder, to false if it cannot. May take a minute. */
  isReady(): Promise<boolean>;
  /** Replaces the reminder before it. Resolves to true once the desktop has taken it, else to false. May take a minute. */
  showReminder(due: DueReminder<Token>, nowMs: number): Promise<boolean>;
  withdrawReminder(): void;
}
