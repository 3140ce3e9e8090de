import type { TargetedSubmitEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { FailureKind } from "../../domain/failure.ts";
import type { PhoneText } from "../../domain/phone/phone-format.ts";
import { Button } from "../components/button.tsx";
import { Checkbox } from "../components/checkbox.tsx";
import { FailureBanner } from "../components/failure-message.tsx";
import { NumberMistake } from "../components/number-mistake.tsx";
import { RememberedNumber } from "../components/remembered-number.tsx";
import { PhoneNumberField } from "../countries/phone-number-field.tsx";
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
  readonly draft: PhoneDraft;
  /** The last login's number, masked except for the last two digits. */
  readonly rememberedNumber: string | undefined;
  readonly onDraft: (draft: PhoneDraft) => void;
  /** Whether there is a token to return to. */
  readonly cancellable: boolean;
}

/** Failures that the person corrects in the field. */
const fieldFailures: readonly FailureKind[] = ["phone-invalid", "calling-code-unclear", "phone-unknown"];

export function PhoneForm({ draft, rememberedNumber, onDraft, cancellable }: PhoneFormProps) {
  const { bridge, texts, applyView, announce, screenStart } = useWindow();
  const call = useCall<"request-otp" | "forget-number">();
  const field = useRef<HTMLInputElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { error } = call;
  const { regionCode, phone, remember } = draft;
  // The keyring may reveal the number late, so it never replaces text already typed.
  const known = draft.usesOther || phone !== "" ? undefined : rememberedNumber;
  const typed = known === undefined;
  const mistake = typed && error && fieldFailures.includes(error.failure.kind) ? error : undefined;
  const busy = call.pending === "request-otp";

  // Layout effect: the first frame already shows the focus.
  useLayoutEffect(() => {
    screenStart.current = (typed ? field : sendButton).current;
    screenStart.current?.focus();
  }, [typed, screenStart]);
  useEffect(() => {
    if (mistake) field.current?.focus();
  }, [mistake]);

  useEscape(cancellable, cancel);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    send();
  }

  /** If a code was sent recently, main sends no other one and opens the code form. */
  function send(): void {
    const request = typed ? { regionCode, phone, remember } : { remembered: true as const };
    void call.start("request-otp", () => bridge.requestOtp(request), texts.sendingCode);
  }

  function changeRemember(checked: boolean): void {
    if (typed) onDraft({ ...draft, remember: checked });
    else void forget();
  }

  /** The tick of a remembered number says that it is stored, so unticking deletes it at once. */
  async function forget(): Promise<void> {
    const outcome = await call.start("forget-number", bridge.forgetNumber);
    if (!outcome?.ok) return;
    onDraft({ ...draft, remember: false });
    announce({ text: texts.numberForgotten, visible: false });
  }

  function cancel(): void {
    void bridge.cancelLogin().then(applyView);
  }

  return (
    <form noValidate onSubmit={submit}>
      <h1>{texts.logInHeading}</h1>
      <p id={`${id}-intro`} class="intro">
        {texts.logInIntro}
      </p>
      {typed ? (
        <PhoneNumberField
          id={id}
          field={field}
          value={draft}
          onChange={(value) => onDraft({ ...draft, ...value })}
          describedBy={`${id}-intro`}
          mistake={mistake && <NumberMistake key={mistake} id={`${id}-help`} error={mistake} />}
        />
      ) : (
        <RememberedNumber
          id={`${id}-known`}
          maskedPhone={known}
          onUseOther={() => onDraft({ ...draft, usesOther: true })}
        />
      )}
      <Checkbox checked={!typed || remember} onChange={changeRemember}>
        {texts.rememberNumber}
      </Checkbox>
      <div class="form-actions">
        <Button
          kind="primary"
          wide
          ref={sendButton}
          busy={busy}
          // The button has the focus, so a screen reader would skip the number.
          describedBy={typed ? undefined : `${id}-known`}
        >
          {busy ? texts.sendingCode : texts.sendCode}
        </Button>
        {cancellable && (
          <Button kind="secondary" wide onClick={cancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
      <FailureBanner error={mistake ? undefined : error}>
        {error?.failure.kind === "cool-down" && (
          <Button kind="quiet" onClick={send}>
            {texts.haveCode}
          </Button>
        )}
      </FailureBanner>
    </form>
  );
}
