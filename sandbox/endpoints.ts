/** The calls that the sandbox answers, with their paths. */
export const endpoints = {
  "request-otp": "/v2/projects/phone-login",
  "confirm-otp": "/v2/projects/phone-login/confirm",
  "renew-token": "/v2/auth/session",
  "revoke-tokens": "/v2/auth/renew-and-revoke",
  "get-client": "/v2/clients/me",
} as const;

export type Endpoint = keyof typeof endpoints;

export function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(endpoints, name);
}
