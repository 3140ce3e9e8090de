import { contextBridge, ipcRenderer } from "electron";
import type { Bridge, EventChannel, Events, InvocationChannel, Invocations, SessionView } from "./contract.ts";

function invoke<Channel extends InvocationChannel>(
  channel: Channel,
  request: Invocations[Channel]["request"],
): Promise<Invocations[Channel]["response"]> {
  return ipcRenderer.invoke(channel, request);
}

function listen<Channel extends EventChannel>(
  channel: Channel,
  listener: (message: Events[Channel]) => void,
): () => void {
  // The event object stays here: it would hand the page a way to main.
  const receive = (_event: unknown, message: Events[Channel]) => listener(message);
  ipcRenderer.on(channel, receive);
  return () => {
    ipcRenderer.off(channel, receive);
  };
}

/** Asked for while the page is loading, so that its first frame can show it; what changes meanwhile takes its place. */
let early: Promise<SessionView> | undefined = invoke("get-view", undefined);
early.catch(() => {});
const stopWaiting = listen("view-changed", (view) => {
  early = Promise.resolve(view);
});

function getView(): Promise<SessionView> {
  const view = early ?? invoke("get-view", undefined);
  // The next one asks anew: this one gets old.
  early = undefined;
  stopWaiting();
  return view;
}

const bridge: Bridge = {
  getView,
  startLogin: () => invoke("start-login", undefined),
  cancelLogin: () => invoke("cancel-login", undefined),
  changeNumber: () => invoke("change-number", undefined),
  requestOtp: (request) => invoke("request-otp", request),
  forgetNumber: () => invoke("forget-number", undefined),
  resendOtp: () => invoke("resend-otp", undefined),
  confirmOtp: (request) => invoke("confirm-otp", request),
  getEnrolment: () => invoke("get-enrolment", undefined),
  copyToken: (request) => invoke("copy-token", request),
  checkToken: () => invoke("check-token", undefined),
  renewToken: (request) => invoke("renew-token", request),
  revokeTokens: () => invoke("revoke-tokens", undefined),
  logOut: () => invoke("log-out", undefined),
  goTo: (request) => invoke("go-to", request),
  changeSettings: (request) => invoke("change-settings", request),
  setAutostart: (request) => invoke("set-autostart", request),
  exportDiagnostics: () => invoke("export-diagnostics", undefined),
  openVerifik: () => invoke("open-verifik", undefined),
  openRelease: () => invoke("open-release", undefined),
  hideUpdate: () => invoke("hide-update", undefined),
  restart: () => invoke("restart", undefined),
  quit: () => invoke("quit", undefined),
  onViewChanged: (listener) => listen("view-changed", listener),
};

contextBridge.exposeInMainWorld("verifikTray", bridge);
