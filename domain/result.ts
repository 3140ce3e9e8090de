interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

interface Err<Problem> {
  readonly ok: false;
  readonly error: Problem;
}

/** The result of an operation that can fail. Failures are values, so that each caller sees them in the type. */
export type Result<Value, Problem> = Ok<Value> | Err<Problem>;

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function err<Problem>(error: Problem): Err<Problem> {
  return { ok: false, error };
}
