import * as v from "valibot";
import type { Sandbox } from "../../../sandbox/server.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface PhoneNumber {
  readonly countryCode: string;
  readonly phone: number | string;
}

export const byWhatsapp: PhoneNumber = { countryCode: "+57", phone: 3001234567 };
export const bySms: PhoneNumber = { countryCode: "+1", phone: 2025550123 };
export const withSecondFactor: PhoneNumber = { countryCode: "+57", phone: 3107654321 };
export const enrollingSecondFactor: PhoneNumber = { countryCode: "+52", phone: 5512345678 };
export const wrongCodeIs403: PhoneNumber = { countryCode: "+44", phone: 7700900123 };

export async function post(sandbox: Sandbox, path: string, body: unknown): Promise<Answer> {
  return answerOf(await fetch(`${sandbox.origin}${path}`, { method: "POST", body: JSON.stringify(body) }));
}

export async function withToken(
  sandbox: Sandbox,
  method: "GET" | "POST",
  path: string,
  bearerToken: string,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${bearerToken}` };
  return answerOf(await fetch(`${sandbox.origin}${path}`, { method, headers }));
}

export async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: await response.json() };
}

export function requestOtp(sandbox: Sandbox, number: PhoneNumber): Promise<Answer> {
  return post(sandbox, "/v2/projects/phone-login", { ...number, type: "login" });
}

/** Requests a code and returns the one that the sandbox "sent". */
export async function receiveOtp(sandbox: Sandbox, number: PhoneNumber): Promise<string> {
  const received: string[] = [];
  const unsubscribe = sandbox.onOtpSent(({ otp }) => received.push(otp));
  const { status } = await requestOtp(sandbox, number);
  unsubscribe();
  const otp = received[0];
  if (status !== 200 || otp === undefined) throw new Error(`No code was sent: the answer was ${status}.`);
  return otp;
}

export function confirmOtp(sandbox: Sandbox, number: PhoneNumber, otp: string, more: object = {}): Promise<Answer> {
  return post(sandbox, "/v2/projects/phone-login/confirm", { ...number, otp, ...more });
}

/** A well-formed code that differs from this one. */
export function otherThan(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

export async function logIn(sandbox: Sandbox, number: PhoneNumber): Promise<string> {
  return accessTokenOf(await confirmOtp(sandbox, number, await receiveOtp(sandbox, number)));
}

const ConfirmedSchema = v.object({ data: v.object({ accessToken: v.string() }) });

export function accessTokenOf(answer: Answer): string {
  return v.parse(ConfirmedSchema, answer.body).data.accessToken;
}
