import { useLayoutEffect } from "preact/hooks";

/**
 * Sets the state to `value` whenever `key` changes, except to `false`. It stays a function of its own: Preact keeps an effect's
 * closure until the key changes, and inside the component that closure would hold the typed text that has to be forgotten.
 */
export function useResetOn<Value>(setState: (value: Value) => void, value: Value, key: string | boolean): void {
  useLayoutEffect(() => {
    if (key !== false) setState(value);
  }, [setState, value, key]);
}
