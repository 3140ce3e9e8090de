import type { AutomaticRenewal } from "../../domain/renewal/automatic-renewal.ts";
import type { SessionState } from "../../domain/session/session-state.ts";
import type { Settings } from "../../domain/settings.ts";
import type { AutomaticRenewalView } from "../../preload/contract.ts";

/** The automatic renewal as window and menu show it. It is offered beside the message of a renewal by hand. */
export function automaticRenewalView(
  renewal: Pick<AutomaticRenewal, "isOn" | "plan" | "renewedAtMs">,
  { news }: Pick<SessionState, "news">,
  { automaticRenewal }: Settings,
): AutomaticRenewalView {
  const isOffered = automaticRenewal === undefined && news?.kind === "token-renewed";
  return { isOn: renewal.isOn, ...renewal.plan(), isOffered, renewedAtMs: renewal.renewedAtMs };
}
