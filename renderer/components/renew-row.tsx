import { useId, useState } from "preact/hooks";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";
import { ChevronIcon } from "./icons.tsx";
import { MenuButton } from "./menu-button.tsx";

const offeredMonths = [1, 2, 3, 6, 12];
const defaultMonths = 1;

/** `due`: the token expires soon, so that renewing is the next step. */
export function RenewRow({ due }: { due: boolean }) {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<"renew-token">();
  const [months, setMonths] = useState(defaultMonths);
  const id = useId();

  async function renew(): Promise<void> {
    const outcome = await call.start("renew-token", () => bridge.renewToken({ months }), texts.renewing);
    if (outcome?.ok) setMonths(defaultMonths);
  }

  return (
    <div class="list-row">
      <div class="list-words">
        <p>{texts.renewNow}</p>
        <p id={id} class="list-sub">
          {texts.renewsFor(months)}
        </p>
      </div>
      <div class="split">
        <Button
          kind="secondary"
          small
          tinted={due}
          busy={call.pending === "renew-token"}
          describedBy={id}
          onClick={() => void renew()}
        >
          {texts.renew}
        </Button>
        <MenuButton
          name={texts.renewalLength}
          class={`button button-secondary button-small${due ? " button-tinted" : ""}`}
          anchor="months"
          items={offeredMonths.map((count) => ({
            label: texts.months(count),
            checked: count === months,
            onChoose: () => setMonths(count),
          }))}
        >
          <ChevronIcon small />
        </MenuButton>
      </div>
    </div>
  );
}
