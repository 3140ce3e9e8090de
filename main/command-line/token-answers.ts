import type { GivenStatus, Refusal, TokenState } from "../../domain/command-line/answer.ts";
import type { Clock } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Session } from "../../domain/session/session.ts";
import type { KeptState, SessionState } from "../../domain/session/session-state.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import { tokenStatus } from "../../domain/token/bearer-token.ts";
import type { Answer, Request } from "./protocol.ts";

/** The keyring may ask for its password meanwhile. */
const loadsWithinMs = 10_000;
/** A call to Verifik takes no longer. */
const renewsWithinMs = 15_000;

interface AnswerParts {
  readonly session: Pick<Session, "state" | "tokenReplacement">;
  readonly settings: Pick<CurrentSettings, "settings">;
  readonly clock: Pick<Clock, "nowMs" | "wait">;
  /** Settles when the stored token is loaded. */
  readonly loaded: Promise<unknown>;
  readonly api: { readonly origin: string; readonly isDefault: boolean };
}

/** Answers the requests of commands from the session. It starts no call, opens no keyring and changes nothing. */
export function createTokenAnswers(parts: AnswerParts): (request: Request) => Promise<Answer> {
  const { session, settings, clock, loaded, api } = parts;
  const origin = api.isDefault ? undefined : api.origin;
  let isLoaded = false;
  void loaded.finally(() => {
    isLoaded = true;
  });

  /** The token for this request, as it is now. */
  function usable({ minValidMs, origin: asked }: Request): Result<KeptState["token"], Refusal> {
    if (asked !== undefined && asked !== api.origin) return err("other-api");
    const { token: state } = session.state;
    if (state.kind === "kept") {
      const { token } = state;
      if (tokenStatus(token, clock.nowMs()) === "expired") return err("expired");
      if (token.rejected) return err("rejected");
      return token.expiresAtMs - clock.nowMs() < minValidMs ? err("too-little-left") : ok(token);
    }
    if (state.kind === "unreadable") return err("unreadable");
    return err(isLoaded ? "no-token" : "loading");
  }

  async function giveToken(request: Request): Promise<Answer> {
    if (!isLoaded) await Promise.race([loaded, clock.wait(loadsWithinMs)]);
    const replacement = session.tokenReplacement;
    if (replacement) await Promise.race([Promise.allSettled([replacement]), clock.wait(renewsWithinMs)]);
    const found = usable(request);
    if (!found.ok) return { kind: "refused", reason: found.error };
    const { bearerToken: token, expiresAtMs, expiryEstimated: estimated } = found.value;
    return { kind: "token", token, expiresAtMs, estimated, origin, variableName: settings.settings.variableName };
  }

  function tellStatus(request: Request): GivenStatus {
    const { token } = session.state;
    const found = usable(request);
    return {
      state: stateOf(),
      expiresAtMs: expiryOf(token),
      estimated: token.kind === "kept" && token.token.expiryEstimated,
      automaticRenewal: settings.settings.automaticRenewal === "on",
      origin,
      refusal: found.ok ? undefined : found.error,
    };
  }

  function stateOf(): TokenState {
    const { token } = session.state;
    if (token.kind === "kept") {
      const status = tokenStatus(token.token, clock.nowMs());
      return status !== "expired" && token.token.rejected ? "rejected" : status;
    }
    return token.kind === "unreadable" || isLoaded ? token.kind : "loading";
  }

  return async (request) =>
    request.verb === "token" ? giveToken(request) : { kind: "status", ...tellStatus(request) };
}

function expiryOf(state: SessionState["token"]): number | undefined {
  if (state.kind === "absent") return undefined;
  return state.kind === "kept" ? state.token.expiresAtMs : state.expiresAtMs;
}
