import type { Failure, FailureKind } from "../domain/failure.ts";

/** One sentence or two for each failure: what happened and what to do. A missing kind does not compile. */
export type FailureTexts = { readonly [Kind in FailureKind]: (failure: Extract<Failure, { kind: Kind }>) => string };

/** What a person reads of a failure. */
export function failureText(texts: FailureTexts, failure: Failure): string {
  // The table is keyed by `kind`, so the entry takes this very failure; TypeScript cannot correlate the two.
  const text = texts[failure.kind] as (failure: Failure) => string;
  return text(failure);
}
