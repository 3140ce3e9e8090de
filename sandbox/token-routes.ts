import type { TestAccount } from "./accounts.ts";
import { type ApiError, badRequest, missingParameters, unauthorized, unauthorizedClient } from "./api-error.ts";
import { endpoints } from "./endpoints.ts";
import type { SecretValues } from "./random-values.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { Route } from "./routes.ts";
import type { Tokens } from "./tokens.ts";

/** The calls with a token: renew it, revoke all and get a new one, read its account. */
export function tokenRoutes(tokens: Tokens, { otpHash }: Pick<SecretValues, "otpHash">): readonly Route[] {
  async function ownerOf(request: ReceivedRequest, refusal: () => ApiError): Promise<TestAccount> {
    const bearerToken = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const account = bearerToken === undefined ? undefined : await tokens.owner(bearerToken);
    if (!account) throw refusal();
    return account;
  }

  async function renew(request: ReceivedRequest): Promise<unknown> {
    const account = await ownerOf(request, unauthorized);
    const missing = ["origin", "expiresIn"].filter((name) => !request.query.get(name));
    if (missing.length > 0) throw missingParameters(missing);
    if (request.query.get("origin") !== "refresh") throw badRequest("Invalid origin.");
    const months = Number(request.query.get("expiresIn"));
    if (!Number.isInteger(months) || months < 1) throw badRequest("Invalid expiresIn.");
    return { accessToken: await tokens.issue(account, months), tokenType: "bearer" };
  }

  async function renewAndRevoke(request: ReceivedRequest): Promise<unknown> {
    const account = await ownerOf(request, unauthorized);
    tokens.revokeAll(account);
    return { token: await tokens.issue(account, 1) };
  }

  async function me(request: ReceivedRequest): Promise<unknown> {
    const account = await ownerOf(request, unauthorizedClient);
    return {
      data: {
        _id: account.clientId,
        name: account.name,
        email: account.email,
        countryCode: account.countryCode,
        phone: account.phone,
        credits: account.credits,
        language: account.language,
        // Verifik's answer has these too. A client must drop them.
        otp: otpHash(),
        JWTPhrase: tokens.phraseOf(account),
        billing: { plan: "sandbox", cardLastFour: "4242", taxId: "900000000-0" },
      },
    };
  }

  return [
    { method: "GET", path: endpoints["renew-token"], handle: renew },
    // As on an older page of Verifik.
    { method: "POST", path: endpoints["renew-token"], handle: renew },
    { method: "POST", path: endpoints["revoke-tokens"], handle: renewAndRevoke },
    { method: "GET", path: endpoints["get-client"], handle: me },
  ];
}
