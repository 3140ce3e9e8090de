export interface Listeners<Event> {
  /** Calls back with each later event. Returns the unsubscribe function. */
  readonly subscribe: (listener: (event: Event) => void) => () => void;
  readonly notify: (event: Event) => void;
}

export function createListeners<Event>(): Listeners<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    notify(event) {
      for (const listener of listeners) listener(event);
    },
  };
}
