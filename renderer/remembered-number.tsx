import { useWindow } from "./window-context.ts";

interface RememberedNumberProps {
  readonly id: string;
  /** All but the last two digits hidden: main alone knows the rest. */
  readonly maskedPhone: string;
  readonly onUseOther: () => void;
}

/** In the field's place: the number of the last login, to be used without typing it. */
export function RememberedNumber({ id, maskedPhone, onUseOther }: RememberedNumberProps) {
  const { texts } = useWindow();
  return (
    <div class="field">
      <p class="label">{texts.rememberedNumber}</p>
      <div class="remembered-number">
        <p id={id} dir="ltr">
          {maskedPhone}
        </p>
        <button class="link" type="button" onClick={onUseOther}>
          {texts.useOtherNumber}
        </button>
      </div>
    </div>
  );
}
