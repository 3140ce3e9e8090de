import { useId } from "preact/hooks";
import type { AutomaticRenewalView } from "../../preload/contract.ts";
import { renewalLine } from "../../texts/renewal-texts.ts";
import { dayOfYear } from "../../texts/short-date.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Switch } from "./switch.tsx";

interface AutomaticRenewalRowProps {
  readonly renewal: AutomaticRenewalView;
  /** The token expires soon, so that the ruler and its dot are amber. */
  readonly soon: boolean;
}

/** The switch, and below it when the token renews itself or why it does not. */
export function AutomaticRenewalRow({ renewal, soon }: AutomaticRenewalRowProps) {
  const { bridge, texts, locale } = useWindow();
  const call = useAnnouncedCall<"renewal">();
  const id = useId();
  const nowMs = Date.now();
  const dotted = renewal.isOn && renewal.nextAtMs !== undefined;
  const legend = `${dotted ? " list-sub-dotted" : ""}${dotted && soon ? " list-sub-dotted-soon" : ""}`;

  function change(isOn: boolean): void {
    void call.start("renewal", () => bridge.changeSettings({ automaticRenewal: isOn ? "on" : "off" }));
  }

  return (
    <div class="list-row">
      <div class="list-words">
        <label for={id}>{texts.automaticRenewalHeading}</label>
        <div id={`${id}-line`}>
          <p class={`list-sub${legend}`}>{renewalLine(texts, renewal, nowMs, locale)}</p>
          {renewal.renewedAtMs !== undefined && (
            <p class="list-sub">{texts.renewedAutomatically(dayOfYear(renewal.renewedAtMs, nowMs, locale))}</p>
          )}
        </div>
      </div>
      <Switch id={id} checked={renewal.isOn} describedBy={`${id}-line`} onChange={change} />
    </div>
  );
}
