import { useWindow } from "../state/window-context.ts";

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
        <button class="link" type="button" onClick={onUseOther}>
          {texts.useOtherNumber}
        </button>
      </div>
    </div>
  );
}
