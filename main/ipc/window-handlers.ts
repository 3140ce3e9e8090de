import { app, shell } from "electron";
import type { Outcome } from "../../domain/failure.ts";
import { isPending } from "../../domain/login/login-state.ts";
import type { Enrolment } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Session } from "../../domain/session/session.ts";
import type { EnrolmentView, Route, SessionView, ViewOutcome } from "../../preload/contract.ts";
import type { Commands } from "../commands.ts";
import { verifikHomePage } from "../config.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { releasePage } from "../updates/release-page.ts";
import type { UpdateCheck } from "../updates/update-check.ts";
import type { InvocationHandlers } from "./ipc.ts";

interface HandlerDependencies {
  readonly session: Session;
  readonly commands: Commands;
  readonly settings: SettingsStore;
  readonly updates: UpdateCheck;
  readonly goTo: (place: Route) => void;
  readonly view: () => SessionView;
  readonly exportDiagnostics: InvocationHandlers["export-diagnostics"];
}

/** The window's requests. Each answers with the view as it is afterwards, or why it did not work. */
export function windowHandlers(parts: HandlerDependencies): InvocationHandlers {
  const { session, commands, settings, updates, goTo, view, exportDiagnostics } = parts;
  async function outcome(done: Promise<Outcome> | Outcome): Promise<ViewOutcome> {
    const result = await done;
    return result.ok ? ok(view()) : result;
  }

  function viewAfter(change: () => void): SessionView {
    change();
    return view();
  }

  /** The next login begins as this one did. */
  function noteLogin(rememberNumber: boolean): void {
    const { login } = session.state;
    const lastRegionCode = isPending(login) ? login.phone.regionCode : settings.settings.lastRegionCode;
    const noted = settings.change({ rememberNumber, lastRegionCode });
    if (!noted.ok) log({ kind: "choices-not-noted" });
  }

  return {
    "get-view": view,
    "start-login": () => viewAfter(() => session.logins.start()),
    "cancel-login": () => viewAfter(() => session.logins.cancel()),
    "change-number": () => viewAfter(() => session.logins.changeNumber()),
    async "request-otp"(request) {
      if ("remembered" in request) return outcome(session.logins.requestOtpAgain());
      const { phone, regionCode, remember } = request;
      const requested = await session.logins.requestOtp(phone, regionCode, remember);
      if (requested.ok) noteLogin(remember);
      return outcome(requested);
    },
    "forget-number": () => outcome(session.logins.forgetNumber()),
    "resend-otp": () => outcome(session.logins.resendOtp()),
    "confirm-otp": (code) =>
      outcome(
        "otp" in code
          ? session.logins.confirmOtp(code.otp)
          : session.logins.confirmAuthenticator(code.authenticatorOtp),
      ),
    "get-enrolment": () => enrolmentView(session.logins.enrolment()),
    "copy-token": ({ format }) => outcome(commands.copyToken(format)),
    "check-token": () => outcome(session.checkToken()),
    "renew-token": ({ months }) => outcome(session.renewToken(months)),
    async "revoke-tokens"() {
      const revoked = await commands.revokeTokens();
      // What to do now is there: copy the new one, or check the one that is left.
      if (revoked.ok || revoked.error.kind === "revocation-unanswered") goTo("token");
      return outcome(revoked);
    },
    "log-out": () => outcome(commands.logOut()),
    "go-to": ({ place }) => viewAfter(() => goTo(place)),
    "change-settings": (changes) => outcome(commands.changeSettings(changes)),
    "set-autostart": ({ enabled }) => outcome(commands.setAutostart(enabled)),
    "export-diagnostics": exportDiagnostics,
    // The addresses stand in the words beside the buttons.
    "open-verifik": () => openInBrowser(verifikHomePage),
    "open-release": () => (updates.newer ? openInBrowser(releasePage(updates.newer)) : undefined),
    "hide-update": () => outcome(updates.hide()),
    restart() {
      // With its window, which is where it was asked for.
      app.relaunch({
        args: process.argv.slice(1).filter((argument) => argument !== "--hidden"),
        // An AppImage's own program is in a mount that goes away with this process.
        ...(process.env.APPIMAGE && { execPath: process.env.APPIMAGE }),
      });
      app.quit();
      return undefined;
    },
    quit() {
      app.quit();
      return undefined;
    },
  };
}

async function openInBrowser(address: string): Promise<undefined> {
  await shell.openExternal(address).catch((error: Error) => {
    log({ kind: "browser-not-opened", error: errorName(error) });
  });
  return undefined;
}

/** The one secret that the window shows: an authenticator app has to be given it by the person. */
function enrolmentView(enrolment: Enrolment | undefined): EnrolmentView | undefined {
  return enrolment && { qrCode: enrolment.qrCode?.reveal(), secretKey: enrolment.secretKey?.reveal() };
}
