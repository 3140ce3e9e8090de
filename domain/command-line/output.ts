import { Secret } from "../secret.ts";
import { formatToken } from "../token/copy-format.ts";
import type { GivenStatus, GivenToken, NoAnswer, Refusal } from "./answer.ts";
import type { OutputFormat } from "./command.ts";

/** The version of the JSON on standard output. Fields may be added to it; none changes its meaning. */
const jsonVersion = 1;

/** The token as it is printed, with its newline. A secret like the token. */
export function tokenOutput(given: GivenToken, format: OutputFormat): Secret {
  const line = (text: string) => new Secret(`${text}\n`);
  switch (format) {
    case "raw":
      return line(given.token.reveal());
    case "header":
      return line(formatToken(given.token, "authorization-header", given.variableName).reveal());
    case "env":
      return line(formatToken(given.token, "env-line", given.variableName).reveal());
    case "json":
      return line(
        JSON.stringify({
          version: jsonVersion,
          token: given.token.reveal(),
          tokenType: "Bearer",
          ...expiryFields(given.expiresAtMs),
          estimated: given.estimated,
          origin: given.origin,
        }),
      );
  }
}

/** The status as JSON, with its newline. Without a running app it has a state only. */
export function statusJson(status: GivenStatus | NoAnswer | Refusal): string {
  if (typeof status === "string") return `${JSON.stringify({ version: jsonVersion, state: status, usable: false })}\n`;
  const { state, expiresAtMs, estimated, automaticRenewal, origin, refusal } = status;
  const expiry = expiresAtMs === undefined ? {} : { ...expiryFields(expiresAtMs), estimated };
  const usable = refusal === undefined;
  return `${JSON.stringify({ version: jsonVersion, state, ...expiry, automaticRenewal, usable, origin })}\n`;
}

/** An error as JSON, with its newline. `code`: a name for programs. */
export function errorJson(code: string, message: string): string {
  return `${JSON.stringify({ version: jsonVersion, error: { code, message } })}\n`;
}

/** UTC and seconds since the epoch, because a local time without a zone is misread elsewhere. Rounded down to whole seconds. */
function expiryFields(expiresAtMs: number): { expiresAt: string; expiresAtEpoch: number } {
  const expiresAtEpoch = Math.floor(expiresAtMs / 1000);
  return { expiresAt: new Date(expiresAtEpoch * 1000).toISOString().replace(".000Z", "Z"), expiresAtEpoch };
}
