import { useId } from "preact/hooks";
import type { AutomaticRenewalView } from "../../preload/contract.ts";
import { renewalLines } from "../../texts/renewal-texts.ts";
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
  const { why, next } = renewalLines(texts, renewal, Date.now(), locale);
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
          {why && <p class="list-sub">{why}</p>}
          {next && <p class={`list-sub${legend}`}>{next}</p>}
          {renewal.renewedAtMs !== undefined && (
            <p class="list-sub">{texts.renewedAutomatically(texts.startDate(renewal.renewedAtMs, locale))}</p>
          )}
        </div>
      </div>
      <Switch id={id} checked={renewal.isOn} describedBy={`${id}-line`} onChange={change} />
    </div>
  );
}
