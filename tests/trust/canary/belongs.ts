import type { ReceivedRequest } from "../../../sandbox/request-log.ts";
import type { Canary, CanaryName } from "./canaries.ts";
import type { IpcMessage } from "./ipc-record.ts";
import { type Hit, scan } from "./scan.ts";

/** The canaries that each place may hold; any other is a leak. A token contains its phrase. */
const inRequests: Readonly<Record<string, readonly CanaryName[]>> = {
  "body of /v2/projects/phone-login": ["phone"],
  "body of /v2/projects/phone-login/confirm": ["phone", "otp"],
  "authorization of /v2/clients/me": ["token", "JWTPhrase"],
  "authorization of /v2/auth/session": ["token", "JWTPhrase"],
  "authorization of /v2/auth/renew-and-revoke": ["token", "JWTPhrase"],
};

const inMessages: Readonly<Record<string, readonly CanaryName[]>> = {
  "request of request-otp": ["phone"],
  "request of confirm-otp": ["otp"],
  "response of get-enrolment": ["authenticator key", "QR code"],
};

/** Canaries in the requests to the API, in places that may not hold them. */
export function leaksInRequests(requests: readonly ReceivedRequest[], canaries: readonly Canary[]): Hit[] {
  const haystacks = requests.flatMap(({ method, path, query, headers: { authorization, ...headers }, body }) => [
    { place: `authorization of ${path}`, content: authorization ?? "" },
    { place: `body of ${path}`, content: JSON.stringify(body ?? null) },
    { place: `headers of ${path}`, content: JSON.stringify(headers) },
    { place: `address of ${path}`, content: `${method} ${path}?${query}` },
  ]);
  return misplaced(scan(haystacks, canaries), inRequests);
}

/** Canaries in the messages between window and main, in places that may not hold them. */
export function leaksInMessages(messages: readonly IpcMessage[], canaries: readonly Canary[]): Hit[] {
  const haystacks = messages.map(({ channel, way, message }) => ({
    place: `${way} of ${channel}`,
    content: JSON.stringify(message),
  }));
  return misplaced(scan(haystacks, canaries), inMessages);
}

function misplaced(hits: readonly Hit[], belongs: Readonly<Record<string, readonly CanaryName[]>>): Hit[] {
  return hits.filter(({ place, canary }) => !belongs[place]?.includes(canary));
}
