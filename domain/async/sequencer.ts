/** Tasks that must not overlap: the one asked for first is done first. */
export class Sequencer {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(task);
    // Whoever asked hears of a failure; what is next in turn is done all the same.
    this.#last = done.catch(() => {});
    return done;
  }
}
