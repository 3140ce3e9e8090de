import type { Failure } from "../main/domain/failure.ts";
import type { OtpChannel, StoreProblem, TokenPlace, UnreadableToken } from "../main/domain/ports.ts";
import type { Result } from "../main/domain/result.ts";

export type { OtpChannel, StoreProblem, TokenPlace, UnreadableToken };

/** What the window may know of the token: never the token itself. */
export type TokenView =
  | { readonly status: "absent" }
  /** A token is stored, but the keyring cannot read it now; it is left as it is. */
  | { readonly status: "unreadable"; readonly why: UnreadableToken }
  | {
      readonly status: "valid" | "expires-soon" | "expired";
      /** Time until expiry when the view was made, in ms; 0 once expired. */
      readonly remainingMs: number;
      readonly expiresAtMs: number;
      /** Verifik refused it when it was last asked; marked, because a proxy may have said so. */
      readonly rejected: boolean;
      /** The token did not name its expiry, so 30 days were assumed. */
      readonly expiryEstimated: boolean;
      /** The number it was obtained with, all but the last two digits hidden. */
      readonly maskedPhone: string;
      readonly place: TokenPlace;
    };

/** Where the person is in logging in. */
export type LoginView =
  | { readonly step: "idle" }
  | { readonly step: "phone" }
  | {
      readonly step: "otp" | "authenticator";
      readonly channel: OtpChannel;
      readonly maskedPhone: string;
      /** Time until the code runs out and until it may be sent again, when the view was made, in ms; 0 when over. */
      readonly otpExpiresInMs: number;
      readonly resendInMs: number;
    };

/** What just happened, as far as nobody would see it otherwise. */
export type Notice =
  /** For a few seconds after a copy; `clearsInMs` is when the clipboard is cleared. */
  | { readonly kind: "copied"; readonly clearsInMs: number }
  /** Verifik took the token when it was asked just now. */
  | { readonly kind: "token-accepted" }
  /** The token was deleted here; at Verifik it stays valid until `expiresAtMs`. */
  | { readonly kind: "logged-out"; readonly expiresAtMs: number }
  | { readonly kind: "store-problem"; readonly problem: StoreProblem }
  /** What was chosen in the tray's menu, which has no place for words, did not work. */
  | { readonly kind: "failed"; readonly failure: Failure };

/** All that the window shows, whole, each time something changes. */
export interface SessionView {
  readonly token: TokenView;
  readonly login: LoginView;
  /** On Linux the desktop may show no icons; then the window offers all that the menu does. */
  readonly trayShown: boolean;
  /** `undefined` when it is not known. */
  readonly startsAtLogin: boolean | undefined;
  /** The API that this window talks to; shown when it is not Verifik's own. */
  readonly api: { readonly origin: string; readonly isDefault: boolean };
  readonly language: "en" | "es";
  /** BCP 47, for dates and numbers, e.g. "es-CO". */
  readonly locale: string;
  /** ISO 3166-1 alpha-2 of the system, the country that is chosen at first; one that has phone numbers. */
  readonly regionCode: string;
  /** Things that the person should read now, each in a line of its own. */
  readonly notices: readonly Notice[];
}

export type Outcome = Result<SessionView, Failure>;

/** Window to main; each answers. The phone number leaves the window by `request-otp`, the codes by `confirm-otp`. */
export interface Invocations {
  "get-view": { request: undefined; response: SessionView };
  "start-login": { request: undefined; response: SessionView };
  "cancel-login": { request: undefined; response: SessionView };
  "change-number": { request: undefined; response: SessionView };
  "request-otp": { request: { readonly regionCode: string; readonly phone: string }; response: Outcome };
  "resend-otp": { request: undefined; response: Outcome };
  "confirm-otp": {
    request: { readonly otp: string } | { readonly authenticatorOtp: string };
    response: Outcome;
  };
  "copy-token": { request: undefined; response: Outcome };
  "check-token": { request: undefined; response: Outcome };
  "log-out": { request: undefined; response: Outcome };
  "set-autostart": { request: { readonly enabled: boolean }; response: Outcome };
  /** Verifik's home page, in the browser. */
  "open-verifik": { request: undefined; response: undefined };
  restart: { request: undefined; response: undefined };
  quit: { request: undefined; response: undefined };
}

/** Main to window. */
export interface Events {
  "view-changed": SessionView;
}

export type InvocationChannel = keyof Invocations;
export type EventChannel = keyof Events;

/** What the preload script exposes to the window as `window.verifikTray`. */
export interface Bridge {
  readonly getView: () => Promise<SessionView>;
  readonly startLogin: () => Promise<SessionView>;
  readonly cancelLogin: () => Promise<SessionView>;
  readonly changeNumber: () => Promise<SessionView>;
  readonly requestOtp: (request: Invocations["request-otp"]["request"]) => Promise<Outcome>;
  readonly resendOtp: () => Promise<Outcome>;
  readonly confirmOtp: (request: Invocations["confirm-otp"]["request"]) => Promise<Outcome>;
  readonly copyToken: () => Promise<Outcome>;
  readonly checkToken: () => Promise<Outcome>;
  readonly logOut: () => Promise<Outcome>;
  readonly setAutostart: (request: Invocations["set-autostart"]["request"]) => Promise<Outcome>;
  readonly openVerifik: () => Promise<undefined>;
  readonly restart: () => Promise<undefined>;
  readonly quit: () => Promise<undefined>;
  /** Calls back with each new view; returns the unsubscribe. */
  readonly onViewChanged: (listener: (view: SessionView) => void) => () => void;
}
