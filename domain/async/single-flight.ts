/** One call at a time: whatever is asked for while one is under way, a double click say, gets that one's answer. */
export class SingleFlight<Answer> {
  #underWay: Promise<Answer> | undefined;

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

  /** The next call is made although one is under way; whatever that one answers finds nobody any more. */
  forget(): void {
    this.#underWay = undefined;
  }
}
