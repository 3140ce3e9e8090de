import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

interface RememberedNumberProps {
  readonly id: string;
  /** Shows the last two digits only; the others stay in main. */
  readonly maskedPhone: string;
  readonly onUseOther: () => void;
}

/** The last login's number, which replaces the phone field. */
export function RememberedNumber({ id, maskedPhone, onUseOther }: RememberedNumberProps) {
  const { texts } = useWindow();
  return (
    <div class="field">
      <p class="label">{texts.rememberedNumber}</p>
      <div class="box box-known">
        <span id={id} class="masked-number" dir="ltr">
          {maskedPhone}
        </span>
        <Button kind="quiet" onClick={onUseOther}>
          {texts.useOtherNumber}
        </Button>
      </div>
    </div>
  );
}
