import type { TargetedSubmitEvent } from "preact";
import { type Dispatch, type StateUpdater, useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FailureKind } from "../../domain/failure.ts";
import { needsNewOtp } from "../../domain/login/login-state.ts";
import type { LoginView } from "../../preload/contract.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { Button } from "../components/button.tsx";
import { CodeField } from "../components/code-field.tsx";
import { CodeHeading } from "../components/code-heading.tsx";
import { CodeLifetime } from "../components/code-lifetime.tsx";
import { Enrolment } from "../components/enrolment.tsx";
import { FailureBanner } from "../components/failure-message.tsx";
import { FieldMistake } from "../components/field-mistake.tsx";
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
  const { bridge, texts, applyView, announce, screenStart } = useWindow();
  const call = useCall<"confirm-otp" | "resend-otp">(draft.error);
  const [resendCount, setResendCount] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const primary = useRef<HTMLButtonElement>(null);
  const id = useId();

  const elapsedMs = useElapsed(receivedAtMs, Math.max(login.otpExpiresInMs, login.resendInMs));
  const expiresInMs = Math.max(0, login.otpExpiresInMs - elapsedMs);
  const resendInMs = Math.max(0, login.resendInMs - elapsedMs);

  const { error, pending } = call;
  const invalid = error !== undefined && fieldFailures.includes(error.failure.kind);
  const otpRefused = error !== undefined && needsNewOtp(error.failure);
  const mistake = invalid || otpRefused ? error : undefined;

  const { step, enrolling } = login;
  const authenticator = step === "authenticator";
  const expired = !authenticator && expiresInMs === 0;
  const newCodeNeeded = otpRefused ? "refused" : expired ? "expired" : undefined;
  const resendPossible = resendInMs === 0;
  // A new code starts with an empty field.
  const fieldKey = `${step} ${resendCount}`;

  useEffect(() => onDraft((current) => ({ ...current, error })), [error, onDraft]);
  useEffect(() => {
    screenStart.current = field.current;
    field.current?.focus();
  }, [fieldKey, screenStart]);
  useLayoutEffect(() => {
    // Typing then replaces the wrong code. Before the next frame, so that no digit is lost.
    if (error && invalid) field.current?.select();
  }, [error, invalid]);
  // Once for each reason, as soon as a code can be requested.
  useEffect(() => {
    if (newCodeNeeded && resendPossible) primary.current?.focus();
  }, [newCodeNeeded, resendPossible]);

  function confirm(): void {
    if (newCodeNeeded) return;
    const typed = field.current?.value ?? "";
    const request = authenticator ? { authenticatorOtp: typed } : { otp: typed };
    void call.start("confirm-otp", () => bridge.confirmOtp(request), texts.verifying);
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (newCodeNeeded) void resend();
    else confirm();
  }

  async function resend(): Promise<void> {
    if (!resendPossible) return;
    const outcome = await call.start("resend-otp", bridge.resendOtp, texts.sendingCode);
    if (!outcome?.ok) return;
    setResendCount((count) => count + 1);
    onDraft((current) => ({ ...current, text: "" }));
    announce({ text: texts.codeResent, visible: true });
  }

  return (
    <form noValidate onSubmit={submit}>
      <CodeHeading login={login} introId={`${id}-intro`} />
      {authenticator && enrolling && <Enrolment />}
      <div class="field">
        {authenticator && enrolling && <p class="label">{texts.enrolmentCode}</p>}
        <CodeField
          key={fieldKey}
          id={id}
          label={authenticator ? texts.authenticatorCode : texts.verificationCode}
          value={draft.text}
          onType={(text) => onDraft((current) => ({ ...current, text }))}
          invalid={invalid}
          expired={newCodeNeeded !== undefined}
          readOnly={pending !== undefined}
          describedBy={mistake ? `${id}-intro ${id}-mistake` : `${id}-intro`}
          onComplete={confirm}
          field={field}
        />
        {!authenticator && (
          <CodeLifetime
            expiresInMs={expiresInMs}
            lifetimeMs={login.otpLifetimeMs}
            wordsHidden={mistake !== undefined}
          />
        )}
        {mistake && (
          <FieldMistake key={mistake} id={`${id}-mistake`}>
            {failureText(texts.failures, mistake.failure)}
          </FieldMistake>
        )}
      </div>
      <div class="form-actions">
        {newCodeNeeded ? (
          <Button kind="primary" wide ref={primary} busy={pending === "resend-otp"} disabled={!resendPossible}>
            {pending === "resend-otp" ? texts.sendingCode : texts.sendNewCode}
          </Button>
        ) : (
          <Button kind="primary" wide busy={pending === "confirm-otp"}>
            {pending === "confirm-otp" ? texts.verifying : texts.verify}
          </Button>
        )}
      </div>
      <FailureBanner error={mistake ? undefined : error} />
      <p class="form-after">
        <Button kind="quiet" onClick={() => void bridge.changeNumber().then(applyView)}>
          {texts.changeNumber}
        </Button>
        {!authenticator && (
          <Resend
            inMs={resendInMs}
            needed={newCodeNeeded !== undefined}
            busy={pending === "resend-otp"}
            onResend={() => void resend()}
          />
        )}
      </p>
    </form>
  );
}
