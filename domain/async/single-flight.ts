/** Runs one call at a time. A second request meanwhile, from a double click for example, gets the first one's answer. */
export class SingleFlight<Answer> {
  #underWay: Promise<Answer> | undefined;

  /** The call that is running; `undefined` for none. */
  get underWay(): Promise<Answer> | undefined {
    return this.#underWay;
  }

  async run(call: () => Promise<Answer>): Promise<Answer> {
    if (this.#underWay) return this.#underWay;
    const underWay = call();
    this.#underWay = underWay;
    try {
      return await underWay;
    } finally {
      if (this.#underWay === underWay) this.forget();
    }
  }

  /** Lets the next `run` start a new call although one is still running. */
  forget(): void {
    this.#underWay = undefined;
  }
}
