import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** Offers automatic renewal, once, after the first renewal by hand. Either answer is stored as the setting. */
export function RenewalOffer() {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<"on" | "off">();

  function answer(automaticRenewal: "on" | "off"): void {
    void call.start(automaticRenewal, () => bridge.changeSettings({ automaticRenewal }));
  }

  return (
    <Banner kind="plain">
      <p>{texts.offerRenewal}</p>
      <div class="banner-actions">
        <Button kind="quiet" busy={call.pending === "on"} onClick={() => answer("on")}>
          {texts.turnOnRenewal}
        </Button>
        <Button kind="quiet" busy={call.pending === "off"} onClick={() => answer("off")}>
          {texts.declineRenewal}
        </Button>
      </div>
    </Banner>
  );
}
