import type { Clock } from "../ports.ts";

/** Holds its waiters until `open` is called, or until a time in ms has passed. Like VS Code's `AutoOpenBarrier`. */
export class Barrier {
  readonly #opened: Promise<void>;
  #open = () => {};

  constructor(clock: Pick<Clock, "wait">, opensAfterMs: number) {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
    void clock.wait(opensAfterMs).then(this.#open);
  }

  open(): void {
    this.#open();
  }

  /** Resolves once the barrier is open, at once when it is open already. */
  wait(): Promise<void> {
    return this.#opened;
  }
}
