import type { EventEmitter } from "node:events";

/** Long enough for a busy two-core machine. Only failures wait this long: a condition that holds is seen at once. */
export const DEFAULT_TIMEOUT_MS = 10_000;

export interface Condition<State> {
  /** The state now. A rejection ends the wait with that error. */
  readonly read: () => State | Promise<State>;
  readonly holds: (state: State) => boolean;
  /** Calls back after each event that can change the state; returns the unsubscribe. */
  readonly subscribe: (recheck: () => void) => () => void;
  /** The error message: the awaited state, and the last state that was read. */
  readonly describeState: (last: State | undefined) => string;
  readonly timeoutMs: number;
}

/** The `subscribe` of a condition that can change only with this event. */
export function changesWith(events: EventEmitter, event: string): Condition<unknown>["subscribe"] {
  return (recheck) => {
    events.on(event, recheck);
    return () => events.off(event, recheck);
  };
}

/** Waits for a state by events, not by polling. Rejects at the deadline or when the state cannot be read. */
export async function waitUntil<State>(condition: Condition<State>): Promise<State> {
  let last: State | undefined;
  let wake = () => {};
  const unsubscribe = condition.subscribe(() => wake());
  const search = async (): Promise<State> => {
    for (;;) {
      // Before the read, so that a change during the read is not missed.
      const change = new Promise<void>((resolve) => {
        wake = resolve;
      });
      last = await condition.read();
      if (condition.holds(last)) return last;
      await change;
    }
  };
  try {
    return await withDeadline(search(), condition.timeoutMs, () => condition.describeState(last));
  } finally {
    unsubscribe();
  }
}

/** Settles as the promise does. Rejects after `timeoutMs` with `describeState()` in the message. */
export async function withDeadline<Value>(
  promise: Promise<Value>,
  timeoutMs: number,
  describeState: () => string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`After ${timeoutMs} ms: ${describeState()}`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
