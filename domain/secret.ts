/**
 * Wraps a secret string. Printing, serialising or joining it gives a placeholder, so that a mistake in a log line or an
 * error message shows no secret. Only `reveal()` returns it, and a test lists every caller.
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
