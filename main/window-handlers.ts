import { app, shell } from "electron";
import type { Outcome, SessionView } from "../preload/contract.ts";
import type { Commands, Done } from "./commands.ts";
import { verifikHomePage } from "./config.ts";
import { success } from "./domain/result.ts";
import type { Session } from "./domain/session.ts";
import type { InvocationHandlers } from "./ipc.ts";

/** The window's requests. Each answers with the view as it is afterwards, or why it did not work. */
export function windowHandlers(session: Session, commands: Commands, view: () => SessionView): InvocationHandlers {
  async function outcome(done: Promise<Done>): Promise<Outcome> {
    const result = await done;
    return result.ok ? success(view()) : result;
  }

  function viewAfter(change: () => void): SessionView {
    change();
    return view();
  }

  return {
    "get-view": view,
    "start-login": () => viewAfter(() => session.startLogin()),
    "cancel-login": () => viewAfter(() => session.cancelLogin()),
    "change-number": () => viewAfter(() => session.changeNumber()),
    "request-otp": ({ phone, regionCode }) => outcome(session.requestOtp(phone, regionCode)),
    "resend-otp": () => outcome(session.resendOtp()),
    "confirm-otp": (code) =>
      outcome("otp" in code ? session.confirmOtp(code.otp) : session.confirmAuthenticator(code.authenticatorOtp)),
    "copy-token": () => outcome(commands.copyToken()),
    "check-token": () => outcome(session.checkToken()),
    "log-out": () => outcome(commands.logOut()),
    "set-autostart": ({ enabled }) => outcome(commands.setAutostart(enabled)),
    "open-verifik": async () => {
      await shell.openExternal(verifikHomePage).catch((error: Error) => {
        // The address stands in the words beside the button.
        console.error(`The browser could not be opened: ${error.name}`);
      });
      return undefined;
    },
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
