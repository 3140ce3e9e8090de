import { app, Menu, net } from "electron";
import type { Outcome, SessionView } from "../preload/contract.ts";
import { answerLimitBytes, callTimeoutMs } from "./config.ts";
import { createExpiryReminder } from "./desktop/expiry-reminder.ts";
import { watchExpiry } from "./desktop/expiry-watch.ts";
import type { SystemLanguage } from "./desktop/language.ts";
import { LoginWindow } from "./desktop/login-window.ts";
import { TokenClipboard } from "./desktop/token-clipboard.ts";
import type { TokenTray } from "./desktop/tray.ts";
import type { Failure } from "./domain/failure.ts";
import type { Clock } from "./domain/ports.ts";
import { failed, type Result, success } from "./domain/result.ts";
import { Session } from "./domain/session.ts";
import { answerInvocations } from "./ipc.ts";
import { sessionView } from "./session-view.ts";
import { quitOnSignals } from "./signals.ts";
import { openKeyring } from "./storage/keyring.ts";
import { TokenStore } from "./storage/token-store.ts";
import { createTokenVault } from "./storage/token-vault.ts";
import { createVerifikApi } from "./verifik/api.ts";
import { createTransport } from "./verifik/transport.ts";

const clock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

/** What can be asked of the application from outside of the window: by the tray and by a second start. */
export interface Application {
  openWindow(): void;
  copyToken(): Promise<void>;
  logIn(): void;
  logOut(): Promise<void>;
}

/** Everything behind the icon: constructs it, wires it, reads what is stored. */
export async function startApplication(
  tray: TokenTray,
  apiOrigin: string,
  systemLanguage: SystemLanguage,
  hidden: boolean,
): Promise<Application> {
  const store = new TokenStore(app.getPath("userData"), clock.nowMs());
  const vault = createTokenVault(store, openKeyring(), apiOrigin);
  const transport = createTransport({
    origin: apiOrigin,
    fetch: (url, init) => net.fetch(url, init),
    timeoutMs: callTimeoutMs,
    answerLimitBytes,
  });
  const session = new Session(createVerifikApi(transport, clock.nowMs), vault, clock);
  const clipboard = new TokenClipboard(() => showChange());
  const loginWindow = new LoginWindow();
  let menuFailure: Failure | undefined;

  function view(): SessionView {
    return sessionView(session.state, clock, {
      ...systemLanguage,
      apiOrigin,
      copied: clipboard.notice(),
      storeSetAside: store.setAside,
      menuFailure,
    });
  }

  function showChange(): void {
    const current = view();
    tray.show(current.token, clipboard.notice());
    loginWindow.send("view-changed", current);
  }

  function openWindow(): void {
    // Then there is one thing to do here. (A token that cannot be read is explained first.)
    const { status } = view().token;
    if (status === "absent" || status === "expired") session.startLogin();
    loginWindow.show();
  }

  async function copyToken(): Promise<Result<undefined, Failure>> {
    const token = session.tokenToCopy();
    if (!token.ok) return token;
    return (await clipboard.copy(token.value)) ? success(undefined) : failed({ kind: "clipboard-refused" });
  }

  async function logOut(): Promise<Result<undefined, Failure>> {
    const loggedOut = session.logOut();
    if (loggedOut.ok) {
      await clipboard.clear();
      session.startLogin();
    }
    return loggedOut;
  }

  function noteMenuChoice(result: Result<undefined, Failure>): void {
    menuFailure = result.ok ? undefined : result.failure;
    showChange();
  }

  async function outcome(done: Promise<Result<undefined, Failure>>): Promise<Outcome> {
    const result = await done;
    menuFailure = undefined;
    return result.ok ? success(view()) : result;
  }

  function viewAfter(change: () => void): SessionView {
    change();
    return view();
  }

  answerInvocations(
    {
      "get-view": view,
      "start-login": () => viewAfter(() => session.startLogin()),
      "cancel-login": () => viewAfter(() => session.cancelLogin()),
      "change-number": () => viewAfter(() => session.changeNumber()),
      "request-otp": ({ phone, regionCode }) => outcome(session.requestOtp(phone, regionCode)),
      "resend-otp": () => outcome(session.resendOtp()),
      "confirm-otp": (code) =>
        outcome("otp" in code ? session.confirmOtp(code.otp) : session.confirmAuthenticator(code.authenticatorOtp)),
      "copy-token": () => outcome(copyToken()),
      "log-out": () => outcome(logOut()),
    },
    (frame) => loginWindow.owns(frame),
  );

  // The default menu would bring reload and developer tools; macOS needs an Edit menu for its clipboard shortcuts.
  Menu.setApplicationMenu(process.platform === "darwin" ? Menu.buildFromTemplate([{ role: "editMenu" }]) : null);
  clearClipboardAtQuit(clipboard);
  quitOnSignals();

  await session.load();
  session.onChanged(showChange);
  const remind = createExpiryReminder(session, clock, systemLanguage, openWindow);
  watchExpiry(session, clock, () => {
    remind();
    showChange();
  });
  showChange();
  remind();
  if (!hidden && session.state.token.kind !== "kept") openWindow();

  return {
    openWindow,
    logIn: () => {
      session.startLogin();
      loginWindow.show();
    },
    async copyToken() {
      const copied = await copyToken();
      noteMenuChoice(copied);
      if (!copied.ok) openWindow();
    },
    async logOut() {
      noteMenuChoice(await logOut());
      // Says what stays valid at Verifik, or why nothing was deleted.
      loginWindow.show();
    },
  };
}

/** What was copied is not left behind. */
function clearClipboardAtQuit(clipboard: TokenClipboard): void {
  app.on("will-quit", (event) => {
    if (!clipboard.holdsToken) return;
    event.preventDefault();
    // Not from within the event: Electron takes no second quit while it is handling the first.
    void clipboard.clear().finally(() => setImmediate(() => app.quit()));
  });
}
