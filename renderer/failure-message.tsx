import { failureText } from "../texts/failure-texts.ts";
import type { ShownFailure } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

/** Room for a failure, kept free so that nothing moves when one comes. */
export function FailureMessage({ id, shown }: { id: string; shown: ShownFailure | undefined }) {
  const { texts } = useWindow();
  return (
    <div class="failure-room">
      {shown && (
        <p key={shown} id={id} class="failure" role="alert">
          {failureText(texts.failures, shown.failure)}
        </p>
      )}
    </div>
  );
}
