interface Lane<Value> {
  readonly value: Value;
  readonly free: () => void;
}

/** A few of something, each for one user at a time; made when they are first needed, and used again. */
export class Pool<Value> {
  readonly #free: Value[] = [];
  readonly #waiting: ((value: Value) => void)[] = [];
  #made = 0;

  constructor(
    private readonly most: number,
    private readonly make: (number: number) => Value,
  ) {}

  /** Waits until one is free; who asked first gets it first. */
  async take(): Promise<Lane<Value>> {
    const value = this.#free.shift() ?? (this.#made < this.most ? this.make(this.#made++) : await this.#next());
    return { value, free: () => this.#giveBack(value) };
  }

  #next(): Promise<Value> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(value: Value): void {
    const next = this.#waiting.shift();
    if (next) next(value);
    else this.#free.push(value);
  }
}
