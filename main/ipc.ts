import { type IpcMainInvokeEvent, ipcMain } from "electron";
import * as v from "valibot";
import type { InvocationChannel, Invocations } from "../preload/contract.ts";

const nothing = v.undefined();
/** Far longer than any number or code that is typed, short enough to cost nothing. */
const typed = v.pipe(v.string(), v.maxLength(200));

/** What the window may ask, and in which form; anything else is refused before it reaches a handler. */
const requestSchemas = {
  "get-view": nothing,
  "start-login": nothing,
  "cancel-login": nothing,
  "change-number": nothing,
  "request-otp": v.strictObject({ regionCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), phone: typed }),
  "resend-otp": nothing,
  "confirm-otp": v.union([v.strictObject({ otp: typed }), v.strictObject({ authenticatorOtp: typed })]),
  "copy-token": nothing,
  "check-token": nothing,
  "log-out": nothing,
  "set-autostart": v.strictObject({ enabled: v.boolean() }),
  "open-verifik": nothing,
  restart: nothing,
  quit: nothing,
} satisfies { [Channel in InvocationChannel]: v.GenericSchema<unknown, Invocations[Channel]["request"]> };

export type InvocationHandlers = {
  readonly [Channel in InvocationChannel]: (
    request: Invocations[Channel]["request"],
  ) => Invocations[Channel]["response"] | Promise<Invocations[Channel]["response"]>;
};

/** Answers the window's invocations. `isOwnFrame` tells our own page's main frame from every other sender. */
export function answerInvocations(
  handlers: InvocationHandlers,
  isOwnFrame: (frame: IpcMainInvokeEvent["senderFrame"]) => boolean,
): void {
  for (const channel of Object.keys(requestSchemas) as InvocationChannel[]) {
    ipcMain.handle(channel, (event, message: unknown) => {
      if (!isOwnFrame(event.senderFrame)) throw new Error(`${channel}: refused, not from the login window`);
      const request = v.safeParse(requestSchemas[channel], message);
      // The message is not quoted: it may hold a phone number or a code.
      if (!request.success) throw new Error(`${channel}: refused, not in the expected form`);
      // The schema of this very channel has just made the request; TypeScript cannot correlate the two.
      return (handlers[channel] as (request: unknown) => unknown)(request.output);
    });
  }
}
