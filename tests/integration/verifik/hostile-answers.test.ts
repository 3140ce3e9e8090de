import { afterAll, beforeAll, expect, test } from "vitest";
import type { FailureKind } from "../../../domain/failure.ts";
import type { Enrolment, VerifikApi } from "../../../domain/ports.ts";
import type { Result } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import { clientOf, startVerifikServer, type VerifikServer } from "../../fixtures/verifik-server.ts";
import { canary, type HostileAnswer, hostileAnswers } from "./verifik-hostile-answers.ts";

const phone = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };
const bearerToken = new Secret("t.o.k");

const told: readonly FailureKind[] = [
  "token-rejected",
  "request-refused",
  "server-unwell",
  "too-many-requests",
  "credits-exhausted",
  "response-unreadable",
];
const toldAtLogin: readonly FailureKind[] = [
  ...told.slice(1),
  "otp-wrong",
  "otp-expired",
  "attempts-exhausted",
  "parameter-missing",
];
const toldOfRevocation: readonly FailureKind[] = [...told, "revocation-unanswered"];
/** Must occur in each run; otherwise the generated responses would be too tame. */
const frequent: readonly FailureKind[] = [
  "token-rejected",
  "request-refused",
  "server-unwell",
  "too-many-requests",
  "response-unreadable",
  "revocation-unanswered",
];

let server: VerifikServer;
let api: VerifikApi;
let next: HostileAnswer;

beforeAll(async () => {
  server = await startVerifikServer((response) => response.writeHead(next.status).end(next.body));
  api = clientOf(server.origin);
});

afterAll(() => server.close());

function expectTold(result: Result<unknown, { readonly kind: FailureKind }>, kinds: readonly FailureKind[]): void {
  if (!result.ok) expect(kinds).toContain(result.error.kind);
  expect(JSON.stringify(result)).not.toContain(canary);
}

function expectUsable(token: Secret): void {
  expect(token.reveal()).toMatch(/^[!-~]+$/);
}

function expectOneLine(line: string | undefined): void {
  if (line === undefined) return;
  expect(line).toMatch(/^[^\p{C}\n]{1,100}$/u);
}

/** None of the pictures is valid, but some of the texts are base32 by chance. */
function expectKeyAlone({ qrCode, secretKey }: Enrolment): void {
  expect(qrCode).toBeUndefined();
  expect(secretKey?.reveal()).toMatch(/^[A-Z2-7]{16,128}$/);
}

/** The trust suite draws more of them. */
const seeds = process.env.VERIFIK_TRAY_TEST_ALL ? [1, 2, 3, 4] : [1];

test.each(seeds)("every generated response becomes a usable value or a failure with words (seed %i)", async (seed) => {
  const answer = hostileAnswers(seededRandom(seed));
  const outcomes = new Set<string>();
  for (let round = 0; round < 150; round += 1) {
    next = answer();
    const account = await api.readAccount(bearerToken);
    expectTold(account, told);
    if (account.ok) {
      expect(Object.keys(account.value)).toEqual(["name", "email", "credits"]);
      expectOneLine(account.value.name);
      expectOneLine(account.value.email);
      expect(Number.isFinite(account.value.credits ?? 0)).toBe(true);
    }
    const renewed = await api.renewToken(bearerToken, 1);
    expectTold(renewed, told);
    if (renewed.ok) expectUsable(renewed.value);
    const revoked = await api.revokeTokens(bearerToken);
    expectTold(revoked, toldOfRevocation);
    if (revoked.ok) expectUsable(revoked.value);
    const confirmed = await api.confirmOtp(phone, new Secret("123456"));
    expectTold(confirmed, toldAtLogin);
    if (confirmed.ok && confirmed.value.kind === "token") expectUsable(confirmed.value.bearerToken);
    if (confirmed.ok && confirmed.value.kind === "second-factor-required" && confirmed.value.enrolment) {
      expectKeyAlone(confirmed.value.enrolment);
    }
    for (const result of [account, renewed, revoked, confirmed]) {
      outcomes.add(result.ok ? "a value" : result.error.kind);
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(["a value", ...frequent]));
});
