import { useId, useState } from "preact/hooks";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";
import { Select } from "./select.tsx";

const offeredMonths = [1, 2, 3, 6, 12];
const defaultMonths = 1;

export function RenewRow() {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<"renew-token">();
  const [months, setMonths] = useState(defaultMonths);
  const id = useId();

  async function renew(): Promise<void> {
    const outcome = await call.start("renew-token", () => bridge.renewToken({ months }), texts.renewing);
    if (outcome?.ok) setMonths(defaultMonths);
  }

  return (
    <div class="renew">
      <Button kind="secondary" busy={call.pending === "renew-token"} describedBy={id} onClick={() => void renew()}>
        {texts.renew}
      </Button>
      <span id={id} hidden>
        {texts.forMonths(months)}
      </span>
      <Select
        name={texts.renewalLength}
        value={String(months)}
        options={offeredMonths.map((count) => ({ value: String(count), label: texts.forMonths(count) }))}
        onChoose={(chosen) => setMonths(Number(chosen))}
      />
    </div>
  );
}
