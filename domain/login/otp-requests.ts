import type { Failure } from "../failure.ts";
import { type PhoneNumber, wholeNumber } from "../phone/phone-number.ts";
import type { Clock, VerifikApi } from "../ports.ts";
import { err, type Result } from "../result.ts";

type Answer = ReturnType<VerifikApi["requestOtp"]>;

/**
 * Asks for codes, each of which is a message to somebody's phone: once at a time for a number, and not again before the
 * time that Verifik has named when it said that one was sent lately. Whatever becomes of the login: a log-out does not let more be sent.
 */
export class OtpRequests {
  /** By number: asked for and not answered yet. */
  readonly #underWay = new Map<string, Answer>();
  /** By number, on the monotonic clock. */
  readonly #refusedUntilMs = new Map<string, number>();

  constructor(
    private readonly api: VerifikApi,
    private readonly clock: Clock,
  ) {}

  ask(phone: PhoneNumber): Answer {
    const number = wholeNumber(phone);
    const waitMs = (this.#refusedUntilMs.get(number) ?? 0) - this.clock.monotonicMs();
    if (waitMs > 0) return Promise.resolve(err({ kind: "cool-down", waitSeconds: Math.ceil(waitMs / 1000) }));
    const asked = this.#underWay.get(number) ?? this.#send(phone, number);
    this.#underWay.set(number, asked);
    return asked;
  }

  async #send(phone: PhoneNumber, number: string): Answer {
    try {
      const answer = await this.api.requestOtp(phone);
      this.#noteRefusal(answer, number);
      return answer;
    } finally {
      this.#underWay.delete(number);
    }
  }

  #noteRefusal(answer: Result<unknown, Failure>, number: string): void {
    this.#refusedUntilMs.delete(number);
    if (answer.ok || answer.error.kind !== "cool-down") return;
    this.#refusedUntilMs.set(number, this.clock.monotonicMs() + answer.error.waitSeconds * 1000);
  }
}
