import type { Failure } from "../failure.ts";
import { type PhoneNumber, wholeNumber } from "../phone/phone-number.ts";
import type { Clock, VerifikApi } from "../ports.ts";
import { err, type Result } from "../result.ts";

type OtpResponse = ReturnType<VerifikApi["requestOtp"]>;

/**
 * Requests codes. Each request sends a message to somebody's phone, so a number has one request at a time, and none
 * before the wait that Verifik named in its last refusal. This holds across logins and log-outs of this run.
 */
export class OtpRequests {
  /** Unanswered requests by phone number. */
  readonly #underWay = new Map<string, OtpResponse>();
  /** The end of Verifik's wait by phone number, in ms of elapsed time. */
  readonly #refusedUntilMs = new Map<string, number>();

  constructor(
    private readonly api: VerifikApi,
    private readonly clock: Clock,
  ) {}

  /** Requests a code, or joins the running request for this number. `cool-down` while Verifik's wait lasts. */
  request(phone: PhoneNumber): OtpResponse {
    const number = wholeNumber(phone);
    const waitMs = (this.#refusedUntilMs.get(number) ?? 0) - this.clock.elapsedMs();
    if (waitMs > 0) return Promise.resolve(err({ kind: "cool-down", waitSeconds: Math.ceil(waitMs / 1000) }));
    const asked = this.#underWay.get(number) ?? this.#send(phone, number);
    this.#underWay.set(number, asked);
    return asked;
  }

  async #send(phone: PhoneNumber, number: string): OtpResponse {
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
    this.#refusedUntilMs.set(number, this.clock.elapsedMs() + answer.error.waitSeconds * 1000);
  }
}
