import { type IpcMainInvokeEvent, ipcMain } from "electron";
import * as v from "valibot";
import { clipboardClearings, longestOwnReminderDays, updateChecks } from "../../domain/settings.ts";
import { copyFormats } from "../../domain/token/copy-format.ts";
import type { InvocationChannel, Invocations } from "../../preload/contract.ts";

const nothing = v.undefined();
/** Far longer than any number or code that is typed, short enough to cost nothing. */
const typed = v.pipe(v.string(), v.maxLength(200));

function wholeNumber(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** What the window may ask, and in which form; anything else is refused before it reaches a handler. */
const requestSchemas = {
  "get-view": nothing,
  "start-login": nothing,
  "cancel-login": nothing,
  "change-number": nothing,
  "request-otp": v.union([
    v.strictObject({
      regionCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
      phone: typed,
      remember: v.boolean(),
    }),
    v.strictObject({ remembered: v.literal(true) }),
  ]),
  "forget-number": nothing,
  "resend-otp": nothing,
  "confirm-otp": v.union([v.strictObject({ otp: typed }), v.strictObject({ authenticatorOtp: typed })]),
  "get-enrolment": nothing,
  "copy-token": v.strictObject({ format: v.picklist(copyFormats) }),
  "check-token": nothing,
  "renew-token": v.strictObject({ months: wholeNumber(1, 12) }),
  "revoke-tokens": nothing,
  "log-out": nothing,
  "go-to": v.strictObject({ place: v.picklist(["token", "settings", "revoke"]) }),
  "change-settings": v.strictObject({
    reminders: v.exactOptional(
      v.strictObject({ "7-days": v.boolean(), "1-day": v.boolean(), "1-hour": v.boolean(), expiry: v.boolean() }),
    ),
    ownReminder: v.exactOptional(
      v.strictObject({ enabled: v.boolean(), days: wholeNumber(1, longestOwnReminderDays) }),
    ),
    clipboardClearing: v.exactOptional(v.picklist(clipboardClearings)),
    variableName: v.exactOptional(typed),
    language: v.exactOptional(v.picklist(["system", "en", "es"])),
    updateCheck: v.exactOptional(v.picklist(updateChecks)),
  }),
  "set-autostart": v.strictObject({ enabled: v.boolean() }),
  "export-diagnostics": nothing,
  "open-verifik": nothing,
  "open-release": nothing,
  "hide-update": nothing,
  restart: nothing,
  quit: nothing,
} satisfies { [Channel in InvocationChannel]: v.GenericSchema<unknown, Invocations[Channel]["request"]> };

export type InvocationHandlers = {
  readonly [Channel in InvocationChannel]: (
    request: Invocations[Channel]["request"],
  ) => Invocations[Channel]["response"] | Promise<Invocations[Channel]["response"]>;
};

/** Answers the window's invocations. `isOwnFrame` tells our own page's main frame from every other sender. */
export function registerIpcHandlers(
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
