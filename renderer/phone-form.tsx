import type { TargetedSubmitEvent } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { FailureKind } from "../main/domain/failure.ts";
import { parsePhoneNumber, splitInternational } from "../main/domain/phone-number.ts";
import { Button } from "./button.tsx";
import { CountrySelect } from "./country-select.tsx";
import { FailureMessage } from "./failure-message.tsx";
import { useCall } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

/** What is typed so far. It outlives the form, so that "Change number" brings it back. */
export interface PhoneDraft {
  readonly regionCode: string;
  readonly phone: string;
}

interface PhoneFormProps {
  readonly draft: PhoneDraft;
  readonly onDraft: (draft: PhoneDraft) => void;
  /** There is a token to go back to. */
  readonly cancellable: boolean;
}

const mendedInTheField: readonly FailureKind[] = ["phone-invalid", "phone-unknown"];

export function PhoneForm({ draft, onDraft, cancellable }: PhoneFormProps) {
  const { bridge, texts, applyView } = useWindow();
  const call = useCall<"request-otp">();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { shown } = call;
  const invalid = shown !== undefined && mendedInTheField.includes(shown.failure.kind);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (shown && invalid) field.current?.focus();
  }, [shown, invalid]);

  function type(typed: string): void {
    const whole = splitInternational(typed);
    onDraft(whole ? { regionCode: whole.regionCode, phone: whole.national } : { ...draft, phone: typed });
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    send();
  }

  /** Where a code was sent a short while ago, main sends no other one but goes on to its form. */
  function send(): void {
    const phone = parsePhoneNumber(draft.phone, draft.regionCode);
    if (!phone.ok) call.fail(phone.failure);
    else void call.start("request-otp", () => bridge.requestOtp(draft), texts.sendingCode);
  }

  return (
    <form noValidate onSubmit={submit}>
      <h1>{texts.logInHeading}</h1>
      <p id={`${id}-intro`} class="intro">
        {texts.logInIntro}
      </p>
      <CountrySelect regionCode={draft.regionCode} onChange={(regionCode) => onDraft({ ...draft, regionCode })} />
      <div class="field">
        <label for={id}>{texts.phoneNumber}</label>
        <input
          ref={field}
          id={id}
          class="control"
          type="tel"
          autocomplete="tel-national"
          value={draft.phone}
          aria-invalid={invalid}
          aria-describedby={shown ? `${id}-intro ${id}-failure` : `${id}-intro`}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </div>
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
        <Button kind="primary" busy={call.underWay === "request-otp"}>
          {texts.sendCode}
        </Button>
        {cancellable && (
          <Button kind="secondary" onClick={() => void bridge.cancelLogin().then(applyView)}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
