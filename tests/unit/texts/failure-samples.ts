import type { Failure, FailureKind } from "../../../domain/failure.ts";

type Reason<Kind extends FailureKind> = Extract<Failure, { kind: Kind; reason: string }>["reason"];

/** All values of a union. A missing one does not compile. */
function allOf<Value extends string>(values: Record<Value, true>): Value[] {
  return Object.keys(values) as Value[];
}

/** Every kind of failure with every reason. A missing one does not compile. */
const samples: { readonly [Kind in FailureKind]: readonly Extract<Failure, { kind: Kind }>[] } = {
  "phone-invalid": allOf<Reason<"phone-invalid">>({
    empty: true,
    "too-short": true,
    "too-long": true,
    "not-a-number": true,
    refused: true,
  }).map((reason) => ({ kind: "phone-invalid", reason })),
  "calling-code-unclear": [{ kind: "calling-code-unclear", callingCode: "1" }],
  "otp-malformed": [{ kind: "otp-malformed" }],
  "authenticator-malformed": [{ kind: "authenticator-malformed" }],
  "phone-unknown": [{ kind: "phone-unknown" }],
  "otp-not-sent": [{ kind: "otp-not-sent" }],
  "otp-wrong": [{ kind: "otp-wrong" }],
  "otp-expired": [{ kind: "otp-expired" }],
  "otp-not-pending": [{ kind: "otp-not-pending" }],
  "otp-already-used": [{ kind: "otp-already-used" }],
  "attempts-exhausted": [{ kind: "attempts-exhausted" }],
  "authenticator-wrong": [{ kind: "authenticator-wrong" }],
  "cool-down": [{ kind: "cool-down", waitSeconds: 75 }],
  "too-many-requests": [{ kind: "too-many-requests", waitSeconds: 75 }],
  "credits-exhausted": [{ kind: "credits-exhausted" }],
  "parameter-missing": [
    { kind: "parameter-missing", parameters: ["phone"] },
    { kind: "parameter-missing", parameters: ["phone", "type"] },
  ],
  "request-refused": [
    { kind: "request-refused", status: 403, detail: undefined },
    { kind: "request-refused", status: 400, detail: "Project not found" },
  ],
  "server-unwell": [{ kind: "server-unwell", status: 502 }],
  "response-unreadable": [{ kind: "response-unreadable" }],
  "response-too-large": [{ kind: "response-too-large" }],
  "redirect-refused": [{ kind: "redirect-refused" }],
  "timed-out": [{ kind: "timed-out" }],
  unreachable: allOf<Reason<"unreachable">>({
    offline: true,
    "name-not-found": true,
    "no-connection": true,
    refused: true,
    tls: true,
    proxy: true,
    other: true,
  }).map((reason) => ({ kind: "unreachable", reason })),
  "token-rejected": [{ kind: "token-rejected", status: 401 }],
  "revocation-unanswered": [{ kind: "revocation-unanswered" }],
  "renewal-not-stored": [{ kind: "renewal-not-stored" }],
  "variable-name-invalid": [{ kind: "variable-name-invalid" }],
  "settings-not-stored": [{ kind: "settings-not-stored" }],
  "no-token": [{ kind: "no-token" }],
  "token-expired": [{ kind: "token-expired" }],
  "clipboard-refused": [{ kind: "clipboard-refused" }],
  "clipboard-needs-focus": [{ kind: "clipboard-needs-focus" }],
  "token-not-removed": [{ kind: "token-not-removed" }],
  "number-not-forgotten": [{ kind: "number-not-forgotten" }],
  "autostart-refused": [{ kind: "autostart-refused" }],
  "diagnostics-not-saved": [{ kind: "diagnostics-not-saved" }],
  "no-login-pending": [{ kind: "no-login-pending" }],
};

export const sampleFailures: readonly Failure[] = Object.values(samples).flat();
