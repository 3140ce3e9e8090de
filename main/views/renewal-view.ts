import { plannedRenewalAtMs } from "../../domain/renewal/renewal-plan.ts";
import type { SessionState } from "../../domain/session/session-state.ts";
import type { Settings } from "../../domain/settings.ts";
import type { AutomaticRenewalView } from "../../preload/contract.ts";

/** The automatic renewal as window and menu show it. */
export function automaticRenewalView(
  { token, news }: Pick<SessionState, "token" | "news">,
  { automaticRenewal }: Settings,
  nowMs: number,
): AutomaticRenewalView {
  const isOn = automaticRenewal === "on";
  const isOffered = automaticRenewal === undefined && news?.kind === "token-renewed";
  const view = { isOn, isOffered, nextAtMs: undefined, problem: undefined, renewedAtMs: undefined };
  if (!isOn || token.kind !== "kept" || token.token.rejected || token.token.expiresAtMs <= nowMs) return view;
  if (token.storage.startsWith("memory")) return { ...view, problem: { kind: "needs-keyring" } };
  const nextAtMs = plannedRenewalAtMs(token.token);
  return nextAtMs === undefined ? { ...view, problem: { kind: "short-life" } } : { ...view, nextAtMs };
}
