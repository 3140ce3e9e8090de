import * as v from "valibot";
import type { Session } from "../../domain/session/session.ts";
import { copyFormats } from "../../domain/token/copy-format.ts";
import type { Route } from "../../preload/contract.ts";
import type { Commands } from "../commands.ts";
import { handle, handleWith, wholeNumber } from "./handler.ts";
import type { ViewAnswers } from "./view-answers.ts";

/** Everything that can be done with the token. */
export function tokenHandlers(
  session: Session,
  commands: Commands,
  goTo: (route: Route) => void,
  answers: ViewAnswers,
) {
  return {
    "copy-token": handleWith(v.strictObject({ format: v.picklist(copyFormats) }), ({ format }) =>
      answers.outcome(commands.copyToken(format)),
    ),
    "dismiss-copy": handle(() => answers.after(() => session.copies.dismiss())),
    "clear-clipboard": handle(async () => {
      await commands.clearClipboard();
      return answers.view();
    }),
    "check-token": handle(() => answers.outcome(session.checkToken())),
    "renew-token": handleWith(v.strictObject({ months: wholeNumber(1, 12) }), ({ months }) =>
      answers.outcome(session.renewToken(months)),
    ),
    "revoke-tokens": handle(async () => {
      const revoked = await commands.revokeTokens();
      // The token's screen has the next step: copying the new token, or checking the old one.
      if (revoked.ok || revoked.error.kind === "revocation-unanswered") goTo("token");
      return answers.outcome(revoked);
    }),
    "log-out": handle(() => answers.outcome(commands.logOut())),
  };
}
