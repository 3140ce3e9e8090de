import { useWindow } from "../state/window-context.ts";

interface RememberedNumberProps {
  readonly id: string;
  /** All but the last two digits hidden: main alone knows the rest. */
  readonly maskedPhone: string;
  readonly onUseOther: () => void;
  readonly onForget: () => void;
}

/** In the field's place: the number of the last login, to be used without typing it. */
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
