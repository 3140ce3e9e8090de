import { Secret } from "../secret.ts";

/** What a person pastes: the token itself, a header of a request, or a line of a `.env` file. */
export type CopyFormat = (typeof copyFormats)[number];
export const copyFormats = ["token", "authorization-header", "env-line"] as const;

/** The token as it is pasted; as secret as the token. */
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
