import type { Channel, RequestOf } from "../../../preload/contract.ts";

type Requests = { readonly [Name in Channel]: readonly RequestOf<Name>[] };

const none = [undefined];

/** Valid requests for each channel: known and unknown numbers, wrong codes. */
export const validRequests: Requests = {
  "get-view": none,
  "start-login": none,
  "cancel-login": none,
  "change-number": none,
  "request-otp": [
    { regionCode: "CO", phone: "300 123 4567", remember: true },
    { regionCode: "CO", phone: "+57 300 123 4567", remember: false },
    { regionCode: "US", phone: "202 555 0123", remember: true },
    { regionCode: "CO", phone: "310 000 0000", remember: false },
    { regionCode: "XX", phone: "1", remember: false },
    { regionCode: "CO", phone: "9".repeat(200), remember: false },
    { remembered: true },
  ],
  "forget-number": none,
  "resend-otp": none,
  "confirm-otp": [{ otp: "000000" }, { otp: " 12 34 56 " }, { otp: "" }, { authenticatorOtp: "000000" }],
  "get-enrolment": none,
  "copy-token": [{ format: "token" }, { format: "authorization-header" }, { format: "env-line" }],
  "dismiss-copy": none,
  "clear-clipboard": [undefined],
  "check-token": none,
  "renew-token": [{ months: 1 }, { months: 12 }],
  "revoke-tokens": none,
  "log-out": none,
  "go-to": [{ route: "token" }, { route: "settings" }, { route: "revoke" }],
  "change-settings": [
    {},
    { variableName: "VERIFIK_TOKEN" },
    { variableName: "not a name" },
    { language: "es" },
    { language: "en" },
    { updateCheck: "off" },
    { automaticRenewal: "on" },
    { automaticRenewal: "off" },
    { ownReminder: { enabled: true, days: 365 } },
    { reminders: { "7-days": true, "1-day": false, "1-hour": true, expiry: true } },
  ],
  "set-autostart": [{ enabled: true }, { enabled: false }],
  "export-diagnostics": none,
  "open-verifik": none,
  "open-release": none,
  "hide-update": none,
  restart: none,
  quit: none,
};
