import type { ComponentChildren } from "preact";
import type { Failure } from "../../domain/failure.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { type ShownFailure, useWindow } from "../state/window-context.ts";
import { CoolDown } from "./cool-down.tsx";

interface FailureMessageProps {
  readonly id: string;
  readonly shown: ShownFailure | undefined;
  /** What else there is to do about it, behind the words. */
  readonly children?: ComponentChildren;
}

/** Room for a failure, kept free so that nothing moves when one comes. */
export function FailureMessage({ id, shown, children }: FailureMessageProps) {
  return (
    <div class="failure-room">
      {shown && <FailureLines key={shown} id={id} shown={shown} />}
      {children}
    </div>
  );
}

interface FailureLinesProps {
  /** For a field that they describe. */
  readonly id?: string | undefined;
  readonly shown: ShownFailure;
}

export function FailureLines({ id, shown: { failure, failedAtMs } }: FailureLinesProps) {
  return (
    <>
      <p id={id} class="failure" role="alert">
        <FailureWords failure={failure} />
      </p>
      {"waitSeconds" in failure && <CoolDown failure={failure} failedAtMs={failedAtMs} />}
    </>
  );
}

/** What a server says in its own words stands last, and may take little room. */
export function FailureWords({ failure }: { failure: Failure }) {
  const { texts } = useWindow();
  const words = failureText(texts.failures, failure);
  const detail = failure.kind === "request-refused" ? failure.detail : undefined;
  if (detail === undefined) return words;
  return (
    <>
      {words.slice(0, words.lastIndexOf(detail))}
      <span class="server-words">{detail}</span>
    </>
  );
}
