import { useRef } from "preact/hooks";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useFocusReturn } from "../hooks/use-focus-return.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

/** Takes the switch's place after the first renewal by hand. Either answer is stored as the setting, and brings the switch back. */
export function RenewalOffer() {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<"on" | "off">();
  const offer = useRef<HTMLDivElement>(null);
  useFocusReturn(offer);

  function answer(automaticRenewal: "on" | "off"): void {
    void call.start(automaticRenewal, () => bridge.changeSettings({ automaticRenewal }));
  }

  return (
    <div ref={offer} class="list-row list-row-offer">
      <p>{texts.offerRenewal}</p>
      <div class="list-actions">
        <Button kind="quiet" busy={call.pending === "on"} onClick={() => answer("on")}>
          {texts.turnOnRenewal}
        </Button>
        <Button kind="quiet" busy={call.pending === "off"} onClick={() => answer("off")}>
          {texts.declineRenewal}
        </Button>
      </div>
    </div>
  );
}
