import type { Secret } from "../secret.ts";
import { exitCodes } from "./exit-codes.ts";

/** Why a running app refuses a token. */
export const refusals = [
  "no-token",
  "expired",
  "rejected",
  /** Less is left than the command asked for. */
  "too-little-left",
  /** The app uses another API than the command's `VERIFIK_API_URL`. */
  "other-api",
  /** The keyring is locked or missing, or its key is another one. */
  "unreadable",
  "loading",
  /** Too many commands at once. */
  "busy",
  "other-version",
] as const;
export type Refusal = (typeof refusals)[number];

/** Why a command got no answer of a running app. */
export type NoAnswer =
  | "not-running"
  | "switched-off"
  /** On Windows nothing tells the two apart without asking. */
  | "not-running-or-switched-off"
  /** It runs and is switched on, but listens at no place where this command looks: it is starting or ending, or older. */
  | "unreachable"
  /** It ended before its answer was whole. */
  | "ended"
  | "silent";

/** The given token. Times are Unix times in ms. */
export interface GivenToken {
  readonly token: Secret;
  readonly expiresAtMs: number;
  readonly estimated: boolean;
  /** The API's origin, if it is not Verifik's. */
  readonly origin: string | undefined;
  /** The variable's name of the settings. */
  readonly variableName: string;
}

export const tokenStates = ["valid", "expires-soon", "expired", "rejected", "absent", "unreadable", "loading"] as const;
export type TokenState = (typeof tokenStates)[number];

/** The state of the running app's token. */
export interface GivenStatus {
  readonly state: TokenState;
  readonly expiresAtMs: number | undefined;
  readonly estimated: boolean;
  readonly automaticRenewal: boolean;
  readonly origin: string | undefined;
  /** Why `token` with the same `--min-valid` would give none. */
  readonly refusal: Refusal | undefined;
}

/** The exit code of a command that was refused or not answered. */
export function exitCodeOf(problem: Refusal | NoAnswer): number {
  switch (problem) {
    case "no-token":
    case "expired":
    case "rejected":
    case "too-little-left":
    case "other-api":
      return exitCodes.noUsableToken;
    case "unreadable":
    case "loading":
    case "busy":
    case "silent":
      return exitCodes.notNow;
    case "other-version":
    case "not-running":
    case "not-running-or-switched-off":
    case "unreachable":
    case "ended":
      return exitCodes.notRunning;
    case "switched-off":
      return exitCodes.switchedOff;
  }
}
