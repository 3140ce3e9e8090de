import { isDeepStrictEqual } from "node:util";
import type { DemoTexts } from "./demo-texts.ts";

/** Prints the demo's steps and observations, and counts the wrong ones. */
export class Narrator {
  readonly #texts: DemoTexts;
  #steps = 0;
  #observations = 0;
  #wrong = 0;

  constructor(texts: DemoTexts) {
    this.#texts = texts;
  }

  step(text: string): void {
    this.#steps += 1;
    console.log(`\n${this.#steps}. ${text}`);
  }

  /** Prints what `observer` saw, and whether it is `expected`: an equal value, or a pattern that the text matches. */
  observed(observer: string, seen: unknown, expected: unknown): void {
    const right =
      expected instanceof RegExp ? typeof seen === "string" && expected.test(seen) : isDeepStrictEqual(seen, expected);
    this.#observations += 1;
    console.log(`   ${right ? "✓" : "✗"} ${observer}: ${typeof seen === "string" ? seen : JSON.stringify(seen)}`);
    if (right) return;
    this.#wrong += 1;
    console.log(`     ${this.#texts.expected}: ${expected instanceof RegExp ? expected : JSON.stringify(expected)}`);
  }

  /** Prints the result. Returns the exit code. */
  end(): number {
    console.log(`\n${this.#texts.result(this.#observations, this.#wrong)}`);
    return this.#wrong === 0 ? 0 : 1;
  }
}
