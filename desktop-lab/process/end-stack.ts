/** What was started, to be ended in the reverse order. */
export class EndStack {
  readonly #ends: (() => void | Promise<void>)[] = [];

  /** Notes how to end that part, and returns it. */
  add<Part>(part: Part, end: (part: Part) => void | Promise<void>): Part {
    this.#ends.push(() => end(part));
    return part;
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }

  /** Runs the start, and ends what it has added if it fails. */
  async guard<Value>(start: () => Promise<Value>): Promise<Value> {
    try {
      return await start();
    } catch (error) {
      await this.end();
      throw error;
    }
  }
}
