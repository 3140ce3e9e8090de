import { afterEach, describe, expect, test } from "vitest";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { clientOf, startJsonServer, type VerifikServer } from "../../fixtures/verifik-server.ts";

const phone: PhoneNumber = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };
const unreadable = err({ kind: "response-unreadable" });

let server: VerifikServer | undefined;
afterEach(() => server?.close());

async function confirmedBy(body: unknown) {
  server = await startJsonServer(body);
  return clientOf(server.origin).confirmOtp(phone, new Secret("123456"));
}

async function requestedBy(body: unknown) {
  server = await startJsonServer(body);
  return clientOf(server.origin).requestOtp(phone);
}

describe("the token is found", () => {
  test.each<[string, unknown]>([
    ["data.accessToken", { data: { accessToken: "t.o.k", tokenType: "bearer" } }],
    ["data.token", { data: { token: "t.o.k" } }],
    ["data itself", { data: "t.o.k" }],
    ["accessToken", { accessToken: "t.o.k", tokenType: "bearer" }],
    ["token", { token: "t.o.k" }],
    ["accessToken beside a data that has none", { data: { id: 1 }, accessToken: "t.o.k" }],
    ["data.accessToken beside a message", { data: { accessToken: "t.o.k", message: "Welcome" } }],
    ["data.token beside an empty accessToken", { data: { accessToken: "", token: "t.o.k" } }],
  ])("in %s", async (_where, body) => {
    const confirmed = await confirmedBy(body);
    if (!confirmed.ok || confirmed.value.kind !== "token") return expect.fail(JSON.stringify(confirmed));
    expect(confirmed.value.bearerToken.reveal()).toBe("t.o.k");
  });
});

describe("the request for a second factor is", () => {
  test.each<[string, unknown]>([
    ["a message", { data: { message: "Enter the code of your authenticator app." } }],
    ["a message beside an empty token", { data: { message: "Enter it", accessToken: "" } }],
  ])("%s", async (_what, body) => {
    expect(await confirmedBy(body)).toEqual(ok({ kind: "second-factor-required", enrolment: undefined }));
  });
});

describe("unreadable is", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a text", "t.o.k"],
    ["a number", 1],
    ["an empty object", {}],
    ["an empty data", { data: {} }],
    ["a data that is null", { data: null }],
    ["an empty token", { data: { accessToken: "" } }],
    ["a token of white space", { data: { accessToken: " \n" } }],
    ["a token with white space in it", { data: { accessToken: "two words" } }],
    ["a token with a line break at its end", { token: "t.o.k\n" }],
    ["a token that is a number", { data: { accessToken: 123456 } }],
    ["a token that is an object", { accessToken: { value: "t.o.k" } }],
    ["a token that does not fit into a header", { data: { accessToken: "tök\u202een" } }],
    ["a message that is not text", { data: { message: { text: "Enter it" } } }],
    ["a secret without a message", { data: { secretKey: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" } }],
  ])("%s", async (_what, body) => {
    expect(await confirmedBy(body)).toEqual(unreadable);
  });
});

describe("a code that was sent", () => {
  const createdAt = "2024-05-29T03:41:27.009Z";
  const expiresAt = "2024-05-29T03:51:26.000Z";

  test("lives as long as in the sample on Verifik's page", async () => {
    expect(await requestedBy({ data: { phoneGateway: "whatsapp", createdAt, expiresAt } })).toEqual(
      ok({ channel: "whatsapp", lifetimeMs: 598_991 }),
    );
  });

  test.each<[string, object]>([
    ["no dates", {}],
    ["one date only", { expiresAt }],
    ["dates in the wrong order", { createdAt: expiresAt, expiresAt: createdAt }],
    ["a lifetime of zero", { createdAt, expiresAt: createdAt }],
    ["a lifetime of years", { createdAt, expiresAt: "2034-05-29T03:51:26.000Z" }],
    ["texts that are not dates", { createdAt: "yesterday", expiresAt: "soon" }],
    ["dates of another type", { createdAt: 1716954087, expiresAt: { seconds: 1 } }],
  ])("lives ten minutes if the response has %s", async (_what, moments) => {
    expect(await requestedBy({ data: { phoneGateway: "sms", ...moments } })).toEqual(
      ok({ channel: "sms", lifetimeMs: 600_000 }),
    );
  });

  test.each([undefined, "pigeon", 7, null])(
    "arrives by an unknown channel if the response says %j",
    async (phoneGateway) => {
      expect(await requestedBy({ data: { phoneGateway } })).toMatchObject({ value: { channel: "other" } });
    },
  );

  test.each([null, [], "sent", {}, { data: null }, { data: "sent" }])("is not confirmed by %j", async (body) => {
    expect(await requestedBy(body)).toEqual(unreadable);
  });
});
