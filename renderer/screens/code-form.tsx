import type { TargetedSubmitEvent } from "preact";
import { type Dispatch, type StateUpdater, useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FailureKind } from "../../domain/failure.ts";
import { needsNewOtp } from "../../domain/login/login-state.ts";
import type { LoginView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { Button } from "../components/button.tsx";
import { CodeField } from "../components/code-field.tsx";
import { CodeLifetime } from "../components/code-lifetime.tsx";
import { Enrolment } from "../components/enrolment.tsx";
import { FailureMessage } from "../components/failure-message.tsx";
import { Resend } from "../components/resend.tsx";
import { useCall } from "../hooks/use-call.ts";
import { useElapsed } from "../hooks/use-elapsed.ts";
import { type CallError, useWindow } from "../state/window-context.ts";

/** The typed code and its error. Kept outside the form, which is unmounted when settings open during a login. */
export interface CodeDraft {
  readonly text: string;
  readonly error: CallError | undefined;
}

interface CodeFormProps {
  readonly login: Extract<LoginView, { step: "otp" | "authenticator" }>;
  /** When `login` was received, by `elapsedMs()`. */
  readonly receivedAtMs: number;
  readonly draft: CodeDraft;
  readonly onDraft: Dispatch<StateUpdater<CodeDraft>>;
}

/** Failures that the person corrects in the field. */
const fieldFailures: readonly FailureKind[] = [
  "otp-malformed",
  "otp-wrong",
  "authenticator-malformed",
  "authenticator-wrong",
];

/** The OTP, then the authenticator code. One form for both, because the server may ask for the OTP again. */
export function CodeForm({ login, receivedAtMs, draft, onDraft }: CodeFormProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"confirm-otp" | "resend-otp">(draft.error);
  const [resendCount, setResendCount] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const elapsedMs = useElapsed(receivedAtMs, Math.max(login.otpExpiresInMs, login.resendInMs));
  const expiresInMs = Math.max(0, login.otpExpiresInMs - elapsedMs);
  const resendInMs = Math.max(0, login.resendInMs - elapsedMs);

  const { error } = call;
  const invalid = error !== undefined && fieldFailures.includes(error.failure.kind);
  const otpRefused = error !== undefined && needsNewOtp(error.failure);
  const expired = expiresInMs === 0 ? "expired" : undefined;

  const { step, enrolling } = login;
  const authenticator = step === "authenticator";
  // A new code starts with an empty field.
  const fieldKey = `${step} ${resendCount}`;

  useEffect(() => onDraft((current) => ({ ...current, error })), [error, onDraft]);
  useEffect(() => field.current?.focus(), [fieldKey]);
  useLayoutEffect(() => {
    // Typing then replaces the wrong code. Before the next frame, so that no digit is lost.
    if (error && invalid) field.current?.select();
  }, [error, invalid]);

  function confirm(): void {
    const typed = field.current?.value ?? "";
    const request = authenticator ? { authenticatorOtp: typed } : { otp: typed };
    void call.start("confirm-otp", () => bridge.confirmOtp(request), texts.verifying);
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    confirm();
  }

  async function resend(): Promise<void> {
    const outcome = await call.start("resend-otp", bridge.resendOtp, texts.sendingCode);
    if (!outcome?.ok) return;
    setResendCount((count) => count + 1);
    onDraft((current) => ({ ...current, text: "" }));
    announce({ text: texts.codeResent, visible: true });
  }

  const verify = (
    <Button kind="primary" busy={call.pending === "confirm-otp"}>
      {texts.verify}
    </Button>
  );
  const changeNumber = (
    <Button kind="quiet" onClick={() => void bridge.changeNumber().then(applyView)}>
      {texts.changeNumber}
    </Button>
  );

  return (
    <form noValidate onSubmit={submit}>
      <h1>{headingOf(login, texts)}</h1>
      <p id={`${id}-intro`} class="intro">
        {introOf(login, texts)}
      </p>
      {authenticator && enrolling && <Enrolment />}
      <CodeField
        key={fieldKey}
        id={id}
        label={authenticator ? texts.authenticatorCode : texts.verificationCode}
        value={draft.text}
        onType={(text) => onDraft((current) => ({ ...current, text }))}
        invalid={invalid}
        readOnly={call.pending !== undefined}
        describedBy={error ? `${id}-intro ${id}-failure` : `${id}-intro`}
        onComplete={confirm}
        field={field}
      />
      {!authenticator && <CodeLifetime expiresInMs={expiresInMs} hidden={otpRefused} />}
      <FailureMessage id={`${id}-failure`} error={error} />
      {authenticator ? (
        <div class="row">
          {verify}
          {changeNumber}
        </div>
      ) : (
        <div class="actions">
          {verify}
          <div class="side-actions">
            <Resend
              inMs={resendInMs}
              needed={otpRefused ? "refused" : expired}
              busy={call.pending === "resend-otp"}
              onResend={() => void resend()}
            />
            {changeNumber}
          </div>
        </div>
      )}
    </form>
  );
}

function headingOf({ step, enrolling }: CodeFormProps["login"], texts: Texts): string {
  if (step === "otp") return texts.codeHeading;
  return enrolling ? texts.enrolmentHeading : texts.authenticatorHeading;
}

function introOf({ step, enrolling, channel, maskedPhone }: CodeFormProps["login"], texts: Texts): string {
  if (step === "otp") return texts.codeSent(channel, maskedPhone);
  return enrolling ? texts.enrolmentIntro : texts.authenticatorIntro;
}
