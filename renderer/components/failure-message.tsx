import type { ComponentChildren } from "preact";
import type { Failure } from "../../domain/failure.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { type CallError, useWindow } from "../state/window-context.ts";
import { CoolDown } from "./cool-down.tsx";

interface FailureMessageProps {
  readonly id: string;
  readonly error: CallError | undefined;
  /** Further actions, after the message. */
  readonly children?: ComponentChildren;
}

/** Reserves room for an error, so that nothing moves when one appears. */
export function FailureMessage({ id, error, children }: FailureMessageProps) {
  return (
    <div class="failure-room">
      {error && <FailureLines key={error} id={id} error={error} />}
      {children}
    </div>
  );
}

interface FailureLinesProps {
  /** For the `aria-describedby` of a field. */
  readonly id?: string | undefined;
  readonly error: CallError;
}

export function FailureLines({ id, error: { failure, failedAtMs } }: FailureLinesProps) {
  return (
    <>
      <p id={id} class="failure" role="alert">
        <FailureWords failure={failure} />
      </p>
      {"waitSeconds" in failure && <CoolDown failure={failure} failedAtMs={failedAtMs} />}
    </>
  );
}

/** The failure's text. A server's own words come last, in a span with limited height. */
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
