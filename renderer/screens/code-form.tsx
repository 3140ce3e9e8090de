import type { TargetedSubmitEvent } from "preact";
import { type Dispatch, type StateUpdater, useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FailureKind } from "../../domain/failure.ts";
import { needsNewOtp } from "../../domain/login/login-state.ts";
import type { LoginView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { Button } from "../components/button.tsx";
import { CodeField } from "../components/code-field.tsx";
import { CodeLifetime } from "../components/code-lifetime.tsx";
import { FailureMessage } from "../components/failure-message.tsx";
import { Resend } from "../components/resend.tsx";
import { useCall } from "../hooks/use-call.ts";
import { useElapsed } from "../hooks/use-elapsed.ts";
import { type ShownFailure, useWindow } from "../state/window-context.ts";
import { Enrolment } from "./enrolment.tsx";

/** A code that was typed, and what became of it. It outlives the form while the login waits for that code. */
export interface CodeDraft {
  readonly text: string;
  readonly shown: ShownFailure | undefined;
}

interface CodeFormProps {
  readonly login: Extract<LoginView, { step: "otp" | "authenticator" }>;
  /** When `login` was received, on `performance.now()`. */
  readonly receivedAtMs: number;
  readonly draft: CodeDraft;
  readonly onDraft: Dispatch<StateUpdater<CodeDraft>>;
}

const mendedInTheField: readonly FailureKind[] = [
  "otp-malformed",
  "otp-wrong",
  "authenticator-malformed",
  "authenticator-wrong",
];

/** Both codes, one after the other. They share a form because the server may send a person back to the first one. */
export function CodeForm({ login, receivedAtMs, draft, onDraft }: CodeFormProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"confirm-otp" | "resend-otp">(draft.shown);
  const [resent, setResent] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const elapsedMs = useElapsed(receivedAtMs, Math.max(login.otpExpiresInMs, login.resendInMs));
  const goodForMs = Math.max(0, login.otpExpiresInMs - elapsedMs);
  const resendInMs = Math.max(0, login.resendInMs - elapsedMs);

  const { shown } = call;
  const invalid = shown !== undefined && mendedInTheField.includes(shown.failure.kind);
  const otpRefused = shown !== undefined && needsNewOtp(shown.failure);
  const ranOut = goodForMs === 0 ? "ran-out" : undefined;

  const { step, enrolling } = login;
  const authenticator = step === "authenticator";
  // What was typed belongs to the code that it was typed for.
  const fieldKey = `${step} ${resent}`;

  useEffect(() => onDraft((current) => ({ ...current, shown })), [shown, onDraft]);
  useEffect(() => field.current?.focus(), [fieldKey]);
  useLayoutEffect(() => {
    // Selected, so that typing replaces the wrong code: before the failure is to be seen, and the next digit comes.
    if (shown && invalid) field.current?.select();
  }, [shown, invalid]);

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
    setResent((count) => count + 1);
    onDraft((current) => ({ ...current, text: "" }));
    announce({ text: texts.codeResent, visible: true });
  }

  const verify = (
    <Button kind="primary" busy={call.underWay === "confirm-otp"}>
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
        readOnly={call.underWay !== undefined}
        describedBy={shown ? `${id}-intro ${id}-failure` : `${id}-intro`}
        onCode={confirm}
        field={field}
      />
      {!authenticator && <CodeLifetime goodForMs={goodForMs} hidden={otpRefused} />}
      <FailureMessage id={`${id}-failure`} shown={shown} />
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
              needed={otpRefused ? "refused" : ranOut}
              busy={call.underWay === "resend-otp"}
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
