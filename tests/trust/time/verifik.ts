import type { Failure } from "../../../domain/failure.ts";
import type { Account, OtpConfirmed, OtpSent, VerifikApi } from "../../../domain/ports.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { jwtWith } from "../../fixtures/jwt.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Verifik, whose clock is right. */
export class SimulatedVerifik implements VerifikApi {
  /** When each token that it has issued expires, ms. */
  readonly expiries = new Map<string, number>();
  /** What the next call fails with. */
  nextFailure: Failure | undefined;
  lifetimeMs = 30 * dayMs;
  /** A person asks. Every other renewal comes from the app itself. */
  byHand = false;
  onAutomaticRenewal: (token: Secret, months: number) => Promise<Result<Secret, Failure>> = async () =>
    err({ kind: "timed-out" });

  constructor(private readonly worldMs: () => number) {}

  async requestOtp(): Promise<Result<OtpSent, Failure>> {
    return ok({ channel: "sms", lifetimeMs: 600_000 });
  }

  async confirmOtp(): Promise<Result<OtpConfirmed, Failure>> {
    return ok({ kind: "token", bearerToken: this.mint(this.lifetimeMs) });
  }

  async readAccount(): Promise<Result<Account, Failure>> {
    return this.#answer(() => ({ name: "Ana", email: undefined, credits: 1 }));
  }

  async renewToken(token: Secret, months: number): Promise<Result<Secret, Failure>> {
    if (!this.byHand) return this.onAutomaticRenewal(token, months);
    return this.#answer(() => this.mint(months * this.lifetimeMs));
  }

  async revokeTokens(): Promise<Result<Secret, Failure>> {
    return this.#answer(() => this.mint(this.lifetimeMs));
  }

  #answer<Value>(value: () => Value): Result<Value, Failure> {
    const failure = this.nextFailure;
    this.nextFailure = undefined;
    return failure ? err(failure) : ok(value());
  }

  /** Issues a token that lives so long, ms. */
  mint(lifetimeMs: number): Secret {
    const iat = Math.floor(this.worldMs() / 1000);
    const expiresAt = iat + Math.floor(lifetimeMs / 1000);
    const token = jwtWith({ iat, expiresAt, number: this.expiries.size });
    this.expiries.set(token, expiresAt * 1000);
    return new Secret(token);
  }
}
