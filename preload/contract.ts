import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { CopyFormat } from "../domain/token/copy-format.ts";
import type { ChangedSettings, EnrolmentView, Route, SessionView, ViewOutcome } from "./views.ts";

export type * from "./views.ts";

declare const types: unique symbol;

/** A call from the window to the main process, with the types of its request and of its response. */
interface Call<Request, Response> {
  readonly takesRequest: boolean;
  /** Never set: it carries the types. */
  readonly [types]?: (request: Request) => Response;
}

function call<Response>(): Call<undefined, Response> {
  return { takesRequest: false };
}

function callWith<Request, Response>(): Call<Request, Response> {
  return { takesRequest: true };
}

/**
 * Every call that the window can make. A new one is written here and in its handler in main/ipc, which has the schema of its
 * request. The bridge's method is named as the channel is, in camel case.
 */
export const calls = {
  "get-view": call<SessionView>(),
  "start-login": call<SessionView>(),
  "cancel-login": call<SessionView>(),
  "change-number": call<SessionView>(),
  /** `remember`: keep the number for the next login if this one succeeds. `remembered`: use the number that was kept. */
  "request-otp": callWith<
    { readonly regionCode: string; readonly phone: string; readonly remember: boolean } | { readonly remembered: true },
    ViewOutcome
  >(),
  /** Deletes the remembered number at once. */
  "forget-number": call<ViewOutcome>(),
  "resend-otp": call<ViewOutcome>(),
  "confirm-otp": callWith<{ readonly otp: string } | { readonly authenticatorOtp: string }, ViewOutcome>(),
  /** `undefined` if this login asks for no new authenticator. */
  "get-enrolment": call<EnrolmentView | undefined>(),
  "copy-token": callWith<{ readonly format: CopyFormat }, ViewOutcome>(),
  /** The person no longer uses the copied token that `SessionView.copy` shows. */
  "dismiss-copy": call<SessionView>(),
  /** Clears the clipboard at once, if the token is still on it. */
  "clear-clipboard": call<SessionView>(),
  "check-token": call<ViewOutcome>(),
  /** Whole months, 1 to 12. */
  "renew-token": callWith<{ readonly months: number }, ViewOutcome>(),
  "revoke-tokens": call<ViewOutcome>(),
  "log-out": call<ViewOutcome>(),
  "go-to": callWith<{ readonly route: Route }, SessionView>(),
  "change-settings": callWith<ChangedSettings, ViewOutcome>(),
  "set-autostart": callWith<{ readonly enabled: boolean }, ViewOutcome>(),
  /** Saves a text without secrets in a file that the person chooses. */
  "export-diagnostics": call<Result<"saved" | "canceled", Failure>>(),
  /** Opens Verifik's home page in the browser. */
  "open-verifik": call<undefined>(),
  /** Opens the newer version's page in the browser. */
  "open-release": call<undefined>(),
  /** Hides the notice about this newer version. */
  "hide-update": call<ViewOutcome>(),
  restart: call<undefined>(),
  quit: call<undefined>(),
};

type Calls = typeof calls;

export type Channel = keyof Calls;
export type RequestOf<Name extends Channel> = Calls[Name] extends Call<infer Request, unknown> ? Request : never;
export type ResponseOf<Name extends Channel> = Calls[Name] extends Call<never, infer Response> ? Response : never;

/** "request-otp" as "requestOtp". */
type CamelCase<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Text;

type BridgeMethod<Request, Response> = [Request] extends [undefined]
  ? () => Promise<Response>
  : (request: Request) => Promise<Response>;

/** The preload script exposes this to the window as `window.verifikTray`: a method for each call, and one subscription. */
export type Bridge = {
  readonly [Name in Channel as CamelCase<Name>]: BridgeMethod<RequestOf<Name>, ResponseOf<Name>>;
} & {
  /** Calls back with each new view. Returns the unsubscribe. */
  readonly onViewChanged: (listener: (view: SessionView) => void) => () => void;
};
