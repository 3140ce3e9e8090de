import type { AutomaticRenewal } from "../../domain/renewal/automatic-renewal.ts";
import { plannedRenewalAtMs } from "../../domain/renewal/renewal-plan.ts";
import type { SessionState } from "../../domain/session/session-state.ts";
import type { Settings } from "../../domain/settings.ts";
import type { AutomaticRenewalView } from "../../preload/contract.ts";

/** The automatic renewal as window and menu show it. It is offered beside the message of a renewal by hand, for a token that it can renew. */
export function automaticRenewalView(
  renewal: Pick<AutomaticRenewal, "isOn" | "plan" | "renewedAtMs">,
  { news, token }: Pick<SessionState, "news" | "token">,
  { automaticRenewal }: Settings,
  nowMs: number,
): AutomaticRenewalView {
  const canRenew =
    token.kind === "kept" && token.storage === "keyring" && plannedRenewalAtMs(token.token) !== undefined;
  const isOffered = automaticRenewal === undefined && news?.kind === "token-renewed" && canRenew;
  const { nextAtMs, problem } = renewal.plan();
  // A moment that has passed says nothing about the next try.
  const comesAtMs = nextAtMs !== undefined && nextAtMs > nowMs ? nextAtMs : undefined;
  return { isOn: renewal.isOn, nextAtMs: comesAtMs, problem, isOffered, renewedAtMs: renewal.renewedAtMs };
}
