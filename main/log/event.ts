import type { FailureKind } from "../../domain/failure.ts";
import type { OtpChannel, StoreProblem, TokenStorage, UnreadableToken } from "../../domain/ports.ts";
import type { EndedTry } from "../../domain/renewal/automatic-renewal.ts";
import type { CopyFormat } from "../../domain/token/copy-format.ts";
import type { PlainName } from "./plain-name.ts";

/** The calls to Verifik. */
export type CallName = "request-otp" | "confirm-otp" | "read-account" | "renew-token" | "revoke-tokens";

/**
 * All entries that the log can have. No field is free text, so that no token, phone number or code can slip in: numbers are
 * counts, statuses and milliseconds; words are members of unions or a `PlainName`.
 */
export type LogEvent =
  | {
      readonly kind: "started";
      readonly version: PlainName;
      readonly electron: PlainName;
      readonly platform: NodeJS.Platform;
      readonly release: PlainName;
      readonly arch: PlainName;
      readonly desktop: PlainName;
      readonly session: PlainName;
      readonly keyring: PlainName;
      readonly packaged: boolean;
      readonly ownApi: boolean;
    }
  | { readonly kind: "quitting" }
  // Actions of the person, and their results
  | {
      readonly kind: "login-step";
      readonly step: "idle" | "phone" | "otp" | "authenticator";
      readonly channel?: OtpChannel;
    }
  | {
      readonly kind: "token";
      readonly state: "absent" | "unreadable" | "kept";
      readonly place?: TokenStorage;
      readonly rejected?: boolean;
      readonly why?: UnreadableToken["reason"];
    }
  /** Verifik's response with its status, or the failure of a call without a response. */
  | { readonly kind: "answer"; readonly call: CallName; readonly status: number; readonly tookMs: number }
  | { readonly kind: "no-answer"; readonly call: CallName; readonly failure: FailureKind; readonly tookMs: number }
  /** The meaning of an answer that is a failure. */
  | {
      readonly kind: "call-failed";
      readonly call: CallName;
      readonly failure: FailureKind;
      readonly reason?: PlainName;
    }
  | { readonly kind: "copied"; readonly format: CopyFormat }
  | { readonly kind: "copy-failed"; readonly failure: FailureKind }
  /** Whether the `verifik-tray` command can ask. */
  | { readonly kind: "command-line"; readonly state: "off" | "on" | "no-place" }
  /** A command has got the token, for the 1st, 10th, 100th … time of a day. */
  | { readonly kind: "token-given"; readonly times: number }
  | { readonly kind: "clipboard-way"; readonly way: "electron" | "wl-copy" | "none" }
  | { readonly kind: "reminder-shown"; readonly of: "present" | "copy"; readonly leads: number }
  /** The copy that is watched: whether there is one, and whether it is the present token. */
  | { readonly kind: "copy"; readonly state: "none" | "present" | "older" }
  /** A try to renew the token by itself has ended. `minted`: the tokens that the tries of this life may have minted. */
  | {
      readonly kind: "automatic-renewal";
      readonly outcome: EndedTry["outcome"];
      readonly tries: number;
      readonly minted: number;
    }
  /** The result of a check of the icon: after the first one, and after each one with another result. */
  | {
      readonly kind: "tray-host";
      readonly shown: boolean;
      readonly host: "system" | "status-notifier" | "xembed" | "none";
      readonly recreations: number;
    }
  | { readonly kind: "diagnostics-saved" }
  // Failures
  | { readonly kind: "reminder-failed" }
  | { readonly kind: "clipboard-not-cleared"; readonly error: PlainName }
  | {
      readonly kind: "store-problem";
      readonly file: "token" | "token-notes" | "settings";
      readonly problem: StoreProblem;
    }
  | { readonly kind: "number-not-stored"; readonly error: PlainName }
  | { readonly kind: "token-not-noted"; readonly error: PlainName }
  | { readonly kind: "notes-not-stored"; readonly error: PlainName }
  | { readonly kind: "choices-not-noted" }
  | { readonly kind: "autostart-not-mended"; readonly error: PlainName }
  | { readonly kind: "browser-not-opened"; readonly error: PlainName }
  | { readonly kind: "diagnostics-not-saved"; readonly error: PlainName }
  | { readonly kind: "update-not-looked-for"; readonly failure: FailureKind }
  | { readonly kind: "window-gone"; readonly reason: PlainName; readonly exitCode: number }
  | {
      readonly kind: "process-gone";
      readonly process: PlainName;
      readonly reason: PlainName;
      readonly exitCode: number;
    }
  | {
      readonly kind: "exception" | "rejection";
      readonly error: PlainName;
      readonly at: readonly PlainName[];
    };

export type LogLevel = "info" | "warn" | "error";

export const logLevels: { readonly [Kind in LogEvent["kind"]]: LogLevel } = {
  started: "info",
  quitting: "info",
  "login-step": "info",
  token: "info",
  answer: "info",
  "no-answer": "info",
  "call-failed": "info",
  copied: "info",
  "copy-failed": "info",
  "command-line": "info",
  "token-given": "info",
  "clipboard-way": "info",
  "reminder-shown": "info",
  copy: "info",
  "automatic-renewal": "info",
  "tray-host": "info",
  "diagnostics-saved": "info",
  "reminder-failed": "warn",
  "clipboard-not-cleared": "warn",
  "store-problem": "warn",
  "number-not-stored": "warn",
  "token-not-noted": "warn",
  "notes-not-stored": "warn",
  "choices-not-noted": "warn",
  "autostart-not-mended": "warn",
  "browser-not-opened": "warn",
  "diagnostics-not-saved": "warn",
  "update-not-looked-for": "warn",
  "window-gone": "error",
  "process-gone": "error",
  exception: "error",
  rejection: "error",
};

/** The entry as a line: "answer call=confirm-otp status=200 tookMs=41". Undefined fields are left out. */
export function eventText({ kind, ...details }: LogEvent): string {
  const fields = Object.entries(details).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [`${name}=${Array.isArray(value) ? value.join(",") : valueText(value)}`];
  });
  return [kind, ...fields].join(" ");
}

/** Large numbers in hexadecimal: Windows has exit codes of ten digits, which the redactor would take for a phone number. */
function valueText(value: unknown): string {
  if (typeof value !== "number" || Math.abs(value) < 100_000) return String(value);
  const hex = (value >>> 0).toString(16).padStart(8, "0");
  return `0x${hex.slice(0, 4)}_${hex.slice(4)}`;
}
