/** One call at a time: the same one asked for again while it is under way is that one, another waits for it. */
export class SingleCall<Answer> {
  #underWay: { readonly name: string; readonly answer: Promise<Answer> } | undefined;

  async run(name: string, call: () => Promise<Answer>): Promise<Answer> {
    const before = this.#underWay;
    if (before?.name === name) return before.answer;
    if (before) {
      await before.answer;
      return this.run(name, call);
    }
    const underWay = { name, answer: call() };
    this.#underWay = underWay;
    try {
      return await underWay.answer;
    } finally {
      if (this.#underWay === underWay) this.abandon();
    }
  }

  /** The next call does not wait for the one under way; whatever that one answers finds nobody any more. */
  abandon(): void {
    this.#underWay = undefined;
  }
}
