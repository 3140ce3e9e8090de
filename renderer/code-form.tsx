import type { TargetedSubmitEvent } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { FailureKind } from "../main/domain/failure.ts";
import type { LoginView } from "../preload/contract.ts";
import { Button } from "./button.tsx";
import { CodeField } from "./code-field.tsx";
import { CodeLifetime } from "./code-lifetime.tsx";
import { FailureMessage } from "./failure-message.tsx";
import { useCall } from "./use-call.ts";
import { useElapsed } from "./use-elapsed.ts";
import { useWindow } from "./window-context.ts";

interface CodeFormProps {
  readonly login: Extract<LoginView, { step: "otp" | "authenticator" }>;
  /** When `login` was received, on `performance.now()`. */
  readonly receivedAtMs: number;
}

const mendedInTheField: readonly FailureKind[] = [
  "otp-malformed",
  "otp-wrong",
  "authenticator-malformed",
  "authenticator-wrong",
];
const mendedByNewCode: readonly FailureKind[] = [
  "otp-expired",
  "otp-not-pending",
  "otp-already-used",
  "attempts-exhausted",
];

/** Both codes, one after the other. They share a form because the server may send a person back to the first one. */
export function CodeForm({ login, receivedAtMs }: CodeFormProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"confirm-otp" | "resend-otp">();
  const field = useRef<HTMLInputElement>(null);
  const resendButton = useRef<HTMLButtonElement>(null);
  const id = useId();

  const elapsedMs = useElapsed(receivedAtMs, Math.max(login.otpExpiresInMs, login.resendInMs));
  const goodForMs = Math.max(0, login.otpExpiresInMs - elapsedMs);
  const resendInMs = Math.max(0, login.resendInMs - elapsedMs);
  const resendable = resendInMs === 0;

  const { shown } = call;
  const invalid = shown !== undefined && mendedInTheField.includes(shown.failure.kind);
  const needsNewCode = shown !== undefined && mendedByNewCode.includes(shown.failure.kind);

  const { step } = login;
  const authenticator = step === "authenticator";

  // Each step has a field of its own.
  useEffect(() => field.current?.focus(), [step]);
  useEffect(() => {
    // Selected, so that typing replaces the wrong code.
    if (shown && invalid) field.current?.select();
  }, [shown, invalid]);
  const ranOut = !authenticator && goodForMs === 0;
  useEffect(() => {
    if ((needsNewCode || ranOut) && resendable) resendButton.current?.focus();
  }, [needsNewCode, ranOut, resendable]);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = field.current?.value ?? "";
    const request = authenticator ? { authenticatorOtp: typed } : { otp: typed };
    void call.start("confirm-otp", () => bridge.confirmOtp(request), texts.verifying);
  }

  async function resend(): Promise<void> {
    const outcome = await call.start("resend-otp", bridge.resendOtp, texts.sendingCode);
    if (!outcome?.ok || !field.current) return;
    // What was typed belongs to the old code.
    field.current.value = "";
    field.current.focus();
    announce({ text: texts.codeResent, visible: true });
  }

  return (
    <form noValidate onSubmit={submit}>
      <h1>{authenticator ? texts.authenticatorHeading : texts.codeHeading}</h1>
      <p id={`${id}-intro`} class="intro">
        {authenticator ? texts.authenticatorIntro : texts.codeSent(login.channel, login.maskedPhone)}
      </p>
      <CodeField
        key={step}
        id={id}
        label={authenticator ? texts.authenticatorCode : texts.verificationCode}
        invalid={invalid}
        describedBy={shown ? `${id}-intro ${id}-failure` : `${id}-intro`}
        ref={field}
      />
      {!authenticator && <CodeLifetime goodForMs={goodForMs} hidden={needsNewCode} />}
      <FailureMessage id={`${id}-failure`} shown={shown} />
      <div class="actions">
        <Button kind="primary" busy={call.underWay === "confirm-otp"}>
          {texts.verify}
        </Button>
        <div class="side-actions">
          {!authenticator && (
            <div class="resend">
              <Button
                kind="quiet"
                ref={resendButton}
                disabled={!resendable}
                busy={call.underWay === "resend-otp"}
                onClick={() => void resend()}
              >
                {texts.resendCode}
              </Button>
              {!resendable && <span class="countdown">{texts.resendIn(resendInMs)}</span>}
            </div>
          )}
          <Button kind="quiet" onClick={() => void bridge.changeNumber().then(applyView)}>
            {texts.changeNumber}
          </Button>
        </div>
      </div>
    </form>
  );
}
