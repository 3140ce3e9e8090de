import type { ComponentChildren } from "preact";
import { failureText } from "../texts/failure-texts.ts";
import type { ShownFailure } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

interface FailureMessageProps {
  readonly id: string;
  readonly shown: ShownFailure | undefined;
  /** What else there is to do about it, behind the words. */
  readonly children?: ComponentChildren;
}

/** Room for a failure, kept free so that nothing moves when one comes. */
export function FailureMessage({ id, shown, children }: FailureMessageProps) {
  const { texts } = useWindow();
  return (
    <div class="failure-room">
      {shown && (
        <p key={shown} id={id} class="failure" role="alert">
          {failureText(texts.failures, shown.failure)}
        </p>
      )}
      {children}
    </div>
  );
}
