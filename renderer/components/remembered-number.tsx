import { useWindow } from "../state/window-context.ts";

interface RememberedNumberProps {
  readonly id: string;
  /** Shows the last two digits only; the others stay in main. */
  readonly maskedPhone: string;
  readonly onUseOther: () => void;
  readonly onForget: () => void;
}

/** The last login's number, which replaces the phone field. */
export function RememberedNumber({ id, maskedPhone, onUseOther, onForget }: RememberedNumberProps) {
  const { texts } = useWindow();
  return (
    <div class="field">
      <p class="label">{texts.rememberedNumber}</p>
      <p id={id} class="remembered-number" dir="ltr">
        {maskedPhone}
      </p>
      <div class="links">
        <button class="link" type="button" onClick={onUseOther}>
          {texts.useOtherNumber}
        </button>
        <button class="link" type="button" onClick={onForget}>
          {texts.forgetNumber}
        </button>
      </div>
    </div>
  );
}
