import type { TargetedSubmitEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { FailureKind } from "../../domain/failure.ts";
import { formatPhone, type PhoneText } from "../../domain/phone/phone-format.ts";
import { parsePhoneNumber } from "../../domain/phone/phone-number.ts";
import { Button } from "../components/button.tsx";
import { Checkbox } from "../components/checkbox.tsx";
import { FailureMessage } from "../components/failure-message.tsx";
import { PhoneField } from "../components/phone-field.tsx";
import { RememberedNumber } from "../components/remembered-number.tsx";
import { CountryPicker } from "../countries/country-picker.tsx";
import { useCall } from "../hooks/use-call.ts";
import { useEscape } from "../hooks/use-escape.ts";
import { useWindow } from "../state/window-context.ts";

/** The input so far. Kept outside the form, so that "Change number" restores it. */
export interface PhoneDraft extends PhoneText {
  /** Whether to keep the number for the next login. */
  readonly remember: boolean;
  /** Whether to type a number instead of using the remembered one. */
  readonly usesOther: boolean;
}

interface PhoneFormProps {
  /** The id of the explanation above the form. */
  readonly introId: string;
  readonly draft: PhoneDraft;
  /** The last login's number, masked except for the last two digits. */
  readonly rememberedNumber: string | undefined;
  readonly onDraft: (draft: PhoneDraft) => void;
  /** Whether there is a token to return to. */
  readonly cancellable: boolean;
}

/** Failures that the person corrects in the field. */
const fieldFailures: readonly FailureKind[] = ["phone-invalid", "calling-code-unclear", "phone-unknown"];

export function PhoneForm({ introId, draft, rememberedNumber, onDraft, cancellable }: PhoneFormProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"request-otp" | "forget-number">();
  const field = useRef<HTMLInputElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { error } = call;
  const invalid = error !== undefined && fieldFailures.includes(error.failure.kind);
  const { regionCode, phone, remember } = draft;
  // The keyring may reveal the number late, so it never replaces text already typed.
  const known = draft.usesOther || phone !== "" ? undefined : rememberedNumber;
  const typed = known === undefined;

  // Layout effect: the first frame already shows the focus.
  useLayoutEffect(() => (typed ? field : sendButton).current?.focus(), [typed]);
  useEffect(() => {
    if (error && invalid) field.current?.focus();
  }, [error, invalid]);

  useEscape(cancellable, cancel);

  function chooseRegion(chosen: string): void {
    onDraft({ ...draft, regionCode: chosen, phone: formatPhone(phone, chosen) });
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    send();
  }

  /** If a code was sent recently, main sends no other one and opens the code form. */
  function send(): void {
    const parsed = typed ? parsePhoneNumber(phone, regionCode) : undefined;
    const request = typed ? { regionCode, phone, remember } : { remembered: true as const };
    if (parsed && !parsed.ok) call.fail(parsed.error);
    else void call.start("request-otp", () => bridge.requestOtp(request), texts.sendingCode);
  }

  async function forget(): Promise<void> {
    const outcome = await call.start("forget-number", bridge.forgetNumber);
    if (outcome?.ok) announce({ text: texts.numberForgotten, visible: false });
  }

  function cancel(): void {
    void bridge.cancelLogin().then(applyView);
  }

  return (
    <form noValidate onSubmit={submit}>
      {typed ? (
        <>
          <CountryPicker regionCode={regionCode} onChange={chooseRegion} />
          <PhoneField
            ref={field}
            id={id}
            value={draft}
            onChange={(value) => onDraft({ ...draft, ...value })}
            invalid={invalid}
            describedBy={error ? `${introId} ${id}-failure` : introId}
          />
          <Checkbox checked={remember} onChange={(checked) => onDraft({ ...draft, remember: checked })}>
            {texts.rememberNumber}
          </Checkbox>
        </>
      ) : (
        <RememberedNumber
          id={`${id}-known`}
          maskedPhone={known}
          onUseOther={() => onDraft({ ...draft, usesOther: true })}
          onForget={() => void forget()}
        />
      )}
      <FailureMessage id={`${id}-failure`} error={error}>
        {error?.failure.kind === "cool-down" && (
          <button class="link" type="button" onClick={send}>
            {texts.haveCode}
          </button>
        )}
        {error?.failure.kind === "phone-unknown" && (
          <button class="link" type="button" onClick={() => void bridge.openVerifik()}>
            {texts.openVerifik}
          </button>
        )}
      </FailureMessage>
      <div class="row">
        <Button
          kind="primary"
          ref={sendButton}
          busy={call.pending === "request-otp"}
          // The button has the focus, so a screen reader would skip the number.
          describedBy={typed ? undefined : `${id}-known`}
        >
          {texts.sendCode}
        </Button>
        {cancellable && (
          <Button kind="secondary" onClick={cancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
