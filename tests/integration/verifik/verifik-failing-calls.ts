import { afterEach, expect } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { clientOf, startVerifikServer, type VerifikServer } from "../../fixtures/verifik-server.ts";

export const phone = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };
export const otp = new Secret("918273");
/** The server sends it back; it must not reach a failure. */
export const hash = "$2a$10$fdoxDgtv6J7E4nnZoCORSOiUbpCGOOE5JWghrvAUNZIoX5h81zJLq";

export type Answer = Parameters<typeof startVerifikServer>[0];

const servers: VerifikServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server for this test. */
export async function serverThat(answer: Answer): Promise<VerifikServer> {
  const server = await startVerifikServer(answer);
  servers.push(server);
  return server;
}

export function respond(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** Both calls fail this way, each is sent once, and the failures leak nothing. */
export async function expectFailure(answer: Answer, failure: Failure, timeoutMs?: number): Promise<void> {
  const server = await serverThat(answer);
  const api = clientOf(server.origin, timeoutMs);
  const results = [await api.requestOtp(phone), await api.confirmOtp(phone, otp)];
  expect(results).toEqual([err(failure), err(failure)]);
  expect(JSON.stringify(results)).not.toMatch(/3001234567|918273|\$2a|fdoxDgt/);
  expect(server.received.map(({ path }) => path)).toEqual([
    "/v2/projects/phone-login",
    "/v2/projects/phone-login/confirm",
  ]);
}
