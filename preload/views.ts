import type { Failure } from "../domain/failure.ts";
import type { Account, OtpChannel, StoreProblem, TokenStorage, UnreadableToken } from "../domain/ports.ts";
import type { RenewalProblem } from "../domain/renewal/renewal-plan.ts";
import type { Result } from "../domain/result.ts";
import type { LoggedOut, News } from "../domain/session/session-state.ts";
import type { Settings } from "../domain/settings.ts";
import type { CopyFormat } from "../domain/token/copy-format.ts";

export type { CopyFormat, OtpChannel, RenewalProblem, Settings, StoreProblem, TokenStorage, UnreadableToken };

/** The token as the window may know it: its status and dates, never the token itself. */
export type TokenView =
  | { readonly status: "absent" }
  /** A token is stored, but the keyring cannot decrypt it now. It is not deleted. */
  | { readonly status: "unreadable"; readonly why: UnreadableToken }
  | {
      readonly status: "valid" | "expires-soon" | "expired";
      /** Time until expiry when the view was made, in ms; 0 once expired. */
      readonly remainingMs: number;
      readonly obtainedAtMs: number;
      readonly expiresAtMs: number;
      /** Verifik rejected it when it was last checked. It is marked, not deleted, because a proxy can answer so too. */
      readonly rejected: boolean;
      /** The token names no expiry, so 30 days are assumed. */
      readonly expiryEstimated: boolean;
      /** The phone number of its login, with all but the last two digits hidden. */
      readonly maskedPhone: string;
      readonly storage: TokenStorage;
    };

/** A copied token that is no longer the present one: it ends on its own day, wherever it was pasted. */
export interface CopyView {
  readonly status: "valid" | "expires-soon" | "expired";
  /** Menu and tooltip name it. */
  readonly inMenu: boolean;
  readonly copiedAtMs: number;
  readonly expiresAtMs: number;
  /** Time until expiry when the view was made, in ms; below 0 once expired. */
  readonly remainingMs: number;
  readonly expiryEstimated: boolean;
  /** A usable token of the same login is here. */
  readonly newerHere: boolean;
  /** A reminder of this copy was shown. */
  readonly reminded: boolean;
}

/** The automatic renewal, as the window shows it. Moments are Unix times in ms. */
export interface AutomaticRenewalView {
  readonly isOn: boolean;
  /** The next try; `undefined` if none is planned. It may have just passed. */
  readonly nextAtMs: number | undefined;
  /** Why none is planned, or why the last try failed. A failed try may be followed by another, at `nextAtMs`. */
  readonly problem: RenewalProblem | undefined;
  /** The person has renewed by hand and never chosen this setting. */
  readonly isOffered: boolean;
  /** The present token came by an automatic renewal, then. */
  readonly renewedAtMs: number | undefined;
}

/** The step of the login. */
export type LoginView =
  | { readonly step: "idle" }
  | {
      readonly step: "phone";
      /** The number of the last login, if it is remembered, with all but the last two digits hidden. */
      readonly rememberedNumber: string | undefined;
    }
  | {
      readonly step: "otp" | "authenticator";
      /** The account has no authenticator yet: `get-enrolment` gives what an authenticator app needs. */
      readonly enrolling: boolean;
      readonly channel: OtpChannel;
      readonly maskedPhone: string;
      /** Time until the code expires and until another may be sent, when the view was made, in ms; never below 0. */
      readonly otpExpiresInMs: number;
      readonly resendInMs: number;
      /** From the sending of the code to its expiry, in ms. */
      readonly otpLifetimeMs: number;
    };

/** A token is on the clipboard. Shown until it is cleared; for a few seconds if that is only at quit and screen lock. */
export interface Copied {
  readonly kind: "copied";
  /** Time in ms from the copy until the clipboard is cleared; `undefined` if it is cleared only at quit and screen lock. */
  readonly clearsAfterMs: number | undefined;
  /** What was left of it when the view was made. */
  readonly clearsInMs: number | undefined;
}

/** The owner of the token, as Verifik named it at the last check. */
export interface AccountView extends Account {
  /** Time since that check when the view was made, in ms. */
  readonly checkedMsAgo: number;
}

/** The screen that the window shows while there is no login. */
export type Route = "token" | "settings" | "revoke";

/** The calls that the window can make again after the same choice in the tray's menu failed. */
export type RepeatedCall = "renew-token" | "check-token";

/** An event that the window would not show otherwise. */
export type Notice =
  | Copied
  | Exclude<News, { kind: "failed" }>
  /** The token was deleted from this computer. Verifik accepts it until `expiresAtMs`, and an older copy until its own. */
  | ({ readonly kind: "logged-out" } & LoggedOut)
  | { readonly kind: "store-problem"; readonly problem: StoreProblem }
  | { readonly kind: "settings-damaged" }
  /** Something in the background failed, or a choice in the tray's menu, which has no room to say so. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly repeat?: RepeatedCall | undefined };

/** The update check, as the window shows it. */
export interface UpdateView {
  /** Whether the check is on: the setting, or the default for this kind of installation. */
  readonly isOn: boolean;
  /** The host that is asked, e.g. "api.github.com". */
  readonly asks: string;
  /** The running version, e.g. "1.2.2". */
  readonly version: string;
  /** The newer version, if there is one, e.g. "1.2.3": digits and points only. */
  readonly newer: string | undefined;
  /** The person has hidden the notice about `newer`. The settings still show it. */
  readonly isHidden: boolean;
}

/** The command line as the settings show it. */
export interface CommandLineView {
  /** "no-place": it is switched on, but there is no folder for its socket that only this user can reach. */
  readonly state: "off" | "on" | "no-place";
  /** How often a command got the token today. Unix times, ms. `undefined`: not yet. */
  readonly uses: { readonly count: number; readonly sinceMs: number; readonly lastAtMs: number } | undefined;
}

/** Why no tray shows our icon: the desktop has none, GNOME has none by itself, or the tray there did not take the icon. */
export type MissingTray = "none" | "none-on-gnome" | "refused";

/** Everything the window shows. It is sent whole after each change. */
export interface SessionView {
  readonly route: Route;
  readonly token: TokenView;
  readonly copy: CopyView | undefined;
  readonly automaticRenewal: AutomaticRenewalView;
  readonly login: LoginView;
  /** The owner of the token, known after a check. */
  readonly account: AccountView | undefined;
  readonly settings: Settings;
  /** Set where no tray shows our icon, as on some Linux desktops. Then the window offers everything the menu does. */
  readonly missingTray: MissingTray | undefined;
  /** `undefined` if the system does not say. */
  readonly startsAtLogin: boolean | undefined;
  readonly update: UpdateView;
  readonly commandLine: CommandLineView;
  /** The API in use. The window names it if it is not Verifik's. */
  readonly api: { readonly origin: string; readonly isDefault: boolean };
  readonly isTestBuild: boolean;
  readonly language: "en" | "es";
  /** BCP 47, for dates and numbers, e.g. "es-CO". */
  readonly locale: string;
  /** "Copy Bearer Token" on macOS, "Copy bearer token" elsewhere. */
  readonly labelCase: "title" | "sentence";
  /** ISO 3166-1 alpha-2: the preselected country, of the last login or of the system. */
  readonly regionCode: string;
  /** Messages for the person, one line each. */
  readonly notices: readonly Notice[];
}

export type ViewOutcome = Result<SessionView, Failure>;

/** Settings that the settings screen changes. A login changes the others. */
export type ChangedSettings = Partial<
  Pick<Settings, "reminders" | "ownReminder" | "clipboardClearing" | "variableName" | "language" | "commandLine"> & {
    readonly updateCheck: NonNullable<Settings["updateCheck"]>;
    readonly automaticRenewal: NonNullable<Settings["automaticRenewal"]>;
  }
>;

export interface EnrolmentView {
  /** A PNG picture, as a data: URL. */
  readonly qrCode: string | undefined;
  /** Base32, without spaces. */
  readonly secretKey: string | undefined;
}
