import { Secret } from "../secret.ts";

/** The form of the copied text: the bare token, a request header, or a line for a `.env` file. */
export type CopyFormat = (typeof copyFormats)[number];
export const copyFormats = ["token", "authorization-header", "env-line"] as const;

/** Formats the token for pasting. The result is a secret like the token. */
export function formatToken(bearerToken: Secret, format: CopyFormat, variableName: string): Secret {
  switch (format) {
    case "token":
      return bearerToken;
    case "authorization-header":
      return new Secret(`Authorization: Bearer ${bearerToken.reveal()}`);
    case "env-line":
      return new Secret(`${variableName}=${bearerToken.reveal()}`);
  }
}
