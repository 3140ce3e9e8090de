/**
 * A string that must not be seen. Printing, serialising or joining it gives a placeholder, so that a slip in a log line
 * or an error message shows no secret; only `reveal()` does, and that word is easy to search for.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }
}
