import type { Failure } from "../domain/failure.ts";
import type { Account, OtpChannel, StoreProblem, TokenStorage, UnreadableToken } from "../domain/ports.ts";
import type { Result } from "../domain/result.ts";
import type { News } from "../domain/session/session-state.ts";
import type { Settings } from "../domain/settings.ts";
import type { CopyFormat } from "../domain/token/copy-format.ts";

export type { Account, CopyFormat, OtpChannel, Settings, StoreProblem, TokenStorage as TokenPlace, UnreadableToken };

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
      readonly place: TokenStorage;
    };

/** Where the person is in logging in. */
export type LoginView =
  | { readonly step: "idle" }
  | {
      readonly step: "phone";
      /** The number of the last login, all but the last two digits hidden; it can be used without being typed. */
      readonly rememberedNumber: string | undefined;
    }
  | {
      readonly step: "otp" | "authenticator";
      /** The account's authenticator is still to be set up: `get-enrolment` tells with what. */
      readonly enrolling: boolean;
      readonly channel: OtpChannel;
      readonly maskedPhone: string;
      /** Time until the code runs out and until it may be sent again, when the view was made, in ms; 0 when over. */
      readonly otpExpiresInMs: number;
      readonly resendInMs: number;
    };

/** For a few seconds after a copy. */
export interface Copied {
  readonly kind: "copied";
  /** When the clipboard is cleared; `undefined` when that is at quit and screen lock only. */
  readonly clearsInMs: number | undefined;
}

/** What the window shows when no login is under way. */
export type Route = "token" | "settings" | "revoke";

/** What just happened, as far as nobody would see it otherwise. */
export type Notice =
  | Copied
  | News
  /** The token was deleted here; at Verifik it stays valid until `expiresAtMs`. */
  | { readonly kind: "logged-out"; readonly expiresAtMs: number }
  | { readonly kind: "store-problem"; readonly problem: StoreProblem }
  | { readonly kind: "settings-damaged" }
  /** What was chosen in the tray's menu, which has no place for words, did not work. */
  | { readonly kind: "failed"; readonly failure: Failure };

/** What the window tells of newer versions. */
export interface UpdateView {
  /** Whether they are looked for: as it was chosen, else as it is usual for how this one was installed. */
  readonly isOn: boolean;
  /** Who is asked, e.g. "api.github.com". */
  readonly asks: string;
  /** This one, e.g. "1.2.2". */
  readonly version: string;
  /** The one that can be had, e.g. "1.2.3": digits and points. */
  readonly newer: string | undefined;
  /** The person has hidden the line about it; the settings still tell. */
  readonly isHidden: boolean;
}

/** All that the window shows, whole, each time something changes. */
export interface SessionView {
  readonly place: Route;
  readonly token: TokenView;
  readonly login: LoginView;
  /** Whose the token is, once Verifik has been asked. */
  readonly account: Account | undefined;
  readonly settings: Settings;
  /** On Linux the desktop may show no icons; then the window offers all that the menu does. */
  readonly trayShown: boolean;
  /** `undefined` when it is not known. */
  readonly startsAtLogin: boolean | undefined;
  readonly update: UpdateView;
  /** The API that this window talks to; shown when it is not Verifik's own. */
  readonly api: { readonly origin: string; readonly isDefault: boolean };
  readonly isTestBuild: boolean;
  readonly language: "en" | "es";
  /** BCP 47, for dates and numbers, e.g. "es-CO". */
  readonly locale: string;
  /** macOS writes labels "Copy Bearer Token", the others "Copy bearer token". */
  readonly labelCase: "title" | "sentence";
  /** ISO 3166-1 alpha-2, the country that is chosen at first: of the last login, else of the system; it has phone numbers. */
  readonly regionCode: string;
  /** Things that the person should read now, each in a line of its own. */
  readonly notices: readonly Notice[];
}

export type ViewOutcome = Result<SessionView, Failure>;

/** What the settings place changes; the rest is noted by the login. */
export type ChangedSettings = Partial<
  Pick<Settings, "reminders" | "ownReminder" | "clipboardClearing" | "variableName" | "language" | "updateCheck">
>;

export interface EnrolmentView {
  /** A PNG picture, as a data: URL. */
  readonly qrCode: string | undefined;
  /** Base32, without spaces. */
  readonly secretKey: string | undefined;
}

/** Window to main; each answers. The phone number leaves the window by `request-otp`, the codes by `confirm-otp`. */
export interface Invocations {
  "get-view": { request: undefined; response: SessionView };
  "start-login": { request: undefined; response: SessionView };
  "cancel-login": { request: undefined; response: SessionView };
  "change-number": { request: undefined; response: SessionView };
  /** `remember`: keep the number for the next login, once this one has succeeded. */
  "request-otp": {
    request:
      | { readonly regionCode: string; readonly phone: string; readonly remember: boolean }
      | { readonly remembered: true };
    response: ViewOutcome;
  };
  /** Deletes the remembered number at once. */
  "forget-number": { request: undefined; response: ViewOutcome };
  "resend-otp": { request: undefined; response: ViewOutcome };
  "confirm-otp": {
    request: { readonly otp: string } | { readonly authenticatorOtp: string };
    response: ViewOutcome;
  };
  /** For an authenticator app, which has to be given it once; `undefined` when this login asks for none. */
  "get-enrolment": { request: undefined; response: EnrolmentView | undefined };
  "copy-token": { request: { readonly format: CopyFormat }; response: ViewOutcome };
  "check-token": { request: undefined; response: ViewOutcome };
  /** Whole months, 1 to 12. */
  "renew-token": { request: { readonly months: number }; response: ViewOutcome };
  "revoke-tokens": { request: undefined; response: ViewOutcome };
  "log-out": { request: undefined; response: ViewOutcome };
  "go-to": { request: { readonly place: Route }; response: SessionView };
  "change-settings": { request: ChangedSettings; response: ViewOutcome };
  "set-autostart": { request: { readonly enabled: boolean }; response: ViewOutcome };
  /** A text for whoever helps, saved where the person says; it holds no secret. */
  "export-diagnostics": { request: undefined; response: Result<"saved" | "canceled", Failure> };
  /** Verifik's home page, in the browser. */
  "open-verifik": { request: undefined; response: undefined };
  /** The newer version's page, in the browser; which one that is, main knows. */
  "open-release": { request: undefined; response: undefined };
  /** No line about this newer version any more. */
  "hide-update": { request: undefined; response: ViewOutcome };
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
  readonly requestOtp: (request: Invocations["request-otp"]["request"]) => Promise<ViewOutcome>;
  readonly forgetNumber: () => Promise<ViewOutcome>;
  readonly resendOtp: () => Promise<ViewOutcome>;
  readonly confirmOtp: (request: Invocations["confirm-otp"]["request"]) => Promise<ViewOutcome>;
  readonly getEnrolment: () => Promise<EnrolmentView | undefined>;
  readonly copyToken: (request: Invocations["copy-token"]["request"]) => Promise<ViewOutcome>;
  readonly checkToken: () => Promise<ViewOutcome>;
  readonly renewToken: (request: Invocations["renew-token"]["request"]) => Promise<ViewOutcome>;
  readonly revokeTokens: () => Promise<ViewOutcome>;
  readonly logOut: () => Promise<ViewOutcome>;
  readonly goTo: (request: Invocations["go-to"]["request"]) => Promise<SessionView>;
  readonly changeSettings: (request: ChangedSettings) => Promise<ViewOutcome>;
  readonly setAutostart: (request: Invocations["set-autostart"]["request"]) => Promise<ViewOutcome>;
  readonly exportDiagnostics: () => Promise<Invocations["export-diagnostics"]["response"]>;
  readonly openVerifik: () => Promise<undefined>;
  readonly openRelease: () => Promise<undefined>;
  readonly hideUpdate: () => Promise<ViewOutcome>;
  readonly restart: () => Promise<undefined>;
  readonly quit: () => Promise<undefined>;
  /** Calls back with each new view; returns the unsubscribe. */
  readonly onViewChanged: (listener: (view: SessionView) => void) => () => void;
}
