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

/** What is typed and chosen so far. It outlives the form, so that "Change number" brings it back. */
export interface PhoneDraft extends PhoneText {
  /** Keep the number for the next login. */
  readonly remember: boolean;
  /** Another number than the one that was remembered is typed. */
  readonly usesOther: boolean;
}

interface PhoneFormProps {
  /** The id of what stands above the form. */
  readonly introId: string;
  readonly draft: PhoneDraft;
  /** Of the last login, all but the last two digits hidden. */
  readonly rememberedNumber: string | undefined;
  readonly onDraft: (draft: PhoneDraft) => void;
  /** There is a token to go back to. */
  readonly cancellable: boolean;
}

const mendedInTheField: readonly FailureKind[] = ["phone-invalid", "phone-unknown"];

export function PhoneForm({ introId, draft, rememberedNumber, onDraft, cancellable }: PhoneFormProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"request-otp" | "forget-number">();
  const field = useRef<HTMLInputElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { shown } = call;
  const invalid = shown !== undefined && mendedInTheField.includes(shown.failure.kind);
  const { regionCode, phone, remember } = draft;
  // A keyring may take its time to tell the number: what has been typed by then is not taken away.
  const known = draft.usesOther || phone !== "" ? undefined : rememberedNumber;
  const typed = known === undefined;

  // Before the first frame, which shows the focus then.
  useLayoutEffect(() => (typed ? field : sendButton).current?.focus(), [typed]);
  useEffect(() => {
    if (shown && invalid) field.current?.focus();
  }, [shown, invalid]);

  useEscape(cancellable, cancel);

  function chooseRegion(chosen: string): void {
    onDraft({ ...draft, regionCode: chosen, phone: formatPhone(phone, chosen) });
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    send();
  }

  /** Where a code was sent a short while ago, main sends no other one but goes on to its form. */
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
            describedBy={shown ? `${introId} ${id}-failure` : introId}
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
      <FailureMessage id={`${id}-failure`} shown={shown}>
        {shown?.failure.kind === "cool-down" && (
          <button class="link" type="button" onClick={send}>
            {texts.haveCode}
          </button>
        )}
        {shown?.failure.kind === "phone-unknown" && (
          <button class="link" type="button" onClick={() => void bridge.openVerifik()}>
            {texts.openVerifik}
          </button>
        )}
      </FailureMessage>
      <div class="row">
        <Button
          kind="primary"
          ref={sendButton}
          busy={call.underWay === "request-otp"}
          // It has the focus then, so the number would not be read out.
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
