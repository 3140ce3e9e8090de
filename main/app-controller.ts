import type { Outcome } from "../domain/failure.ts";
import type { Clock } from "../domain/ports.ts";
import type { AutomaticRenewal } from "../domain/renewal/automatic-renewal.ts";
import type { Session } from "../domain/session/session.ts";
import type { RepeatedCall, Route, SessionView, TokenView } from "../preload/contract.ts";
import type { TokenClipboard } from "./clipboard/token-clipboard.ts";
import type { Commands } from "./commands.ts";
import type { SettingsStore } from "./storage/settings-store.ts";
import { currentDesktop } from "./system/current-desktop.ts";
import { readLanguage } from "./system/language.ts";
import { missingTray } from "./tray/missing-tray.ts";
import type { TokenTray } from "./tray/tray.ts";
import type { AppActions } from "./tray/tray-menu.ts";
import { isRefused, type TrayRegistration } from "./tray/tray-registration.ts";
import { sessionView, shownCopy, tokenView, type ViewInputs } from "./views/session-view.ts";
import type { LoginWindow } from "./window/login-window.ts";

interface ControllerParts {
  readonly session: Session;
  readonly renewal: AutomaticRenewal;
  readonly settings: SettingsStore;
  readonly clipboard: TokenClipboard;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly tray: TokenTray;
  readonly trayRegistration: Pick<TrayRegistration, "state" | "check">;
  readonly window: LoginWindow;
  readonly appInfo: () => Pick<ViewInputs, "apiOrigin" | "storeProblem" | "startsAtLogin" | "update" | "commandLine">;
}

/** The state of the application itself, beside the session's, and everything that changes it. */
export class AppController {
  #route: Route = "token";
  #menuFailure: ViewInputs["menuFailure"];
  #occasions: readonly unknown[] = [];
  #loaded = false;
  #loading = Promise.resolve();

  constructor(private readonly parts: ControllerParts) {}

  /** The window's view as it is now. */
  view(): SessionView {
    const { session, renewal, settings, clipboard, clock, trayRegistration, appInfo } = this.parts;
    return sessionView(session.state, clock, {
      ...appInfo(),
      language: readLanguage(settings.settings.language),
      settings: settings.settings,
      renewal,
      settingsDamaged: settings.problem === "damaged",
      copied: clipboard.held(),
      route: this.#route,
      menuFailure: this.#menuFailure,
      missingTray: missingTray(trayRegistration.state, currentDesktop()),
    });
  }

  /** Sends the current view to the tray and to the window, if it is open. */
  render(): void {
    const { window, tray, settings, clipboard } = this.parts;
    // Only for an open window: the view formats phone numbers, which loads large metadata.
    if (window.isOpen) window.send("view-changed", this.view());
    const token = this.#token();
    // Until the keyring has answered, the icon shows the token file's state, which is more accurate than "not logged in".
    if (!this.#loaded && token.status === "absent") return;
    const { language, variableName, automaticRenewal } = settings.settings;
    const renewsAutomatically = automaticRenewal === "on";
    const copy = shownCopy(this.parts.session.state, this.parts.clock.nowMs());
    const copied = clipboard.notice();
    tray.show({ token, copy, copied, renewsAutomatically, variableName }, readLanguage(language));
  }

  /**
   * Renders a change of the session. A change that an action has made ends the failure of an earlier menu choice; one of the token
   * alone does not, because the token changes by itself too.
   */
  sessionChanged(): void {
    const { news, login, loggedOut, copied, account } = this.parts.session.state;
    const occasions = [news, login, loggedOut, copied, account];
    if (occasions.some((occasion, index) => occasion !== this.#occasions[index])) this.#menuFailure = undefined;
    this.#occasions = occasions;
    this.render();
  }

  /** Renders a change of the tray. The window stands in for an icon that the tray refuses, even after a hidden start. */
  trayChecked(): void {
    this.render();
    if (isRefused(this.parts.trayRegistration.state)) this.openWindow();
  }

  goTo(route: Route): void {
    this.#route = route;
    this.render();
  }

  /** Opens the window, with a new login when there is no usable token. An open window keeps its route. */
  openWindow(route: Route = this.parts.window.isOpen ? this.#route : "token"): void {
    const { status } = this.#token();
    if (this.#loaded && (status === "absent" || status === "expired")) this.parts.session.logins.start();
    if (route !== this.#route) this.goTo(route);
    this.parts.window.show();
  }

  /** Loads the stored token. Then opens the window if there is no token or no tray icon, unless the start is hidden. */
  load({ hidden }: { readonly hidden: boolean }): Promise<void> {
    const { session, window, trayRegistration } = this.parts;
    const trayChecked = trayRegistration.check();
    // The keyring may ask for its password first, and without an icon nothing else shows that the application runs.
    void trayChecked.then(() => {
      if (!hidden && !trayRegistration.state.shown) window.show();
    });
    this.#loading = session.load().then(() => {
      this.#loaded = true;
      this.render();
    });
    void Promise.all([this.#loading, trayChecked]).then(() => {
      if (!hidden && (session.state.token.kind !== "kept" || !trayRegistration.state.shown)) this.openWindow();
    });
    return this.#loading;
  }

  /** The actions of the tray's menu; a second start uses them too. */
  actions(): AppActions {
    const { session, commands } = this.parts;
    return {
      openWindow: () => this.openWindow(),
      openSettings: () => this.openWindow("settings"),
      // The window asks for confirmation first.
      revokeTokens: () => this.openWindow("revoke"),
      logIn: () => {
        session.logins.start();
        this.openWindow("token");
      },
      copyToken: (format) => this.#runMenuChoice(() => commands.copyToken(format)),
      renewToken: () => this.#renewToken(),
      setAutomaticRenewal: (on) =>
        this.#runMenuChoice(() => commands.changeSettings({ automaticRenewal: on ? "on" : "off" })),
      checkToken: () => this.#runAndOpenWindow(() => session.checkToken(), "check-token"),
      logOut: () => this.#runAndOpenWindow(() => commands.logOut()),
    };
  }

  /** A click on a reminder renews the token, or opens the window if there is no usable token, with a login if Verifik rejected it. */
  clickReminder(): void {
    const { session } = this.parts;
    const { token } = session.state;
    const isRejected = token.kind === "kept" && token.token.rejected;
    if (session.tokens.usable().ok && !isRejected) {
      void this.#renewToken();
      return;
    }
    if (isRejected) session.logins.start();
    this.openWindow("token");
  }

  #renewToken(): Promise<void> {
    return this.#runAndOpenWindow(() => this.parts.session.renewToken(1), "renew-token");
  }

  #token(): TokenView {
    return tokenView(this.parts.session.state.token, this.parts.clock.nowMs());
  }

  /**
   * Runs the choice once the stored token is loaded. The menu has no room for a failure, so the window shows it, and offers
   * `repeat`.
   */
  async #runMenuChoice(choose: () => Promise<Outcome> | Outcome, repeat?: RepeatedCall): Promise<void> {
    const { session } = this.parts;
    await this.#loading;
    const outcome = await choose();
    if (!outcome.ok) this.openWindow("token");
    // Set after opening the window, because that may start a login, and a change of the session clears the failure.
    // The session's news already says it, if there is any.
    this.#menuFailure =
      outcome.ok || session.state.news ? undefined : { kind: "failed", failure: outcome.error, repeat };
    this.render();
  }

  /** For choices whose result is to be read in the window. */
  async #runAndOpenWindow(choose: () => Promise<Outcome> | Outcome, repeat?: RepeatedCall): Promise<void> {
    await this.#runMenuChoice(choose, repeat);
    this.openWindow("token");
  }
}
