import type { Failure, FailureKind } from "../domain/failure.ts";

/** One or two sentences for each kind of failure: what happened and what to do. A missing kind does not compile. */
export type FailureTexts = { readonly [Kind in FailureKind]: (failure: Extract<Failure, { kind: Kind }>) => string };

/** The text of a failure. */
export function failureText(texts: FailureTexts, failure: Failure): string {
  // `texts[failure.kind]` takes this kind of failure, but TypeScript cannot correlate the two.
  const text = texts[failure.kind] as (failure: Failure) => string;
  return text(failure);
}
