import { failed, type Result, success } from "./domain/result.ts";

export const defaultApiOrigin = "https://api.verifik.co";

/** Where a test build looks for a sandbox (`npm run sandbox -- --port 8765`) when it is told nothing else. */
export const testBuildApiOrigin = "http://127.0.0.1:8765";

export const verifikHomePage = "https://verifik.co";

/** Colombia: where Verifik and most of its clients are; for systems that name no region. */
export const defaultRegion = "CO";

/** For one call, from the request to the last byte of the answer. */
export const callTimeoutMs = 15_000;
/** Verifik's answers are a few kB; what is far larger is not Verifik's. */
export const answerLimitBytes = 256 * 1024;

/** How long the tooltip and the window say that the token was copied. */
export const copiedShownMs = 5_000;
/** The clock, the time zone and sleep are looked after at least this often. */
export const longestTimerMs = 60 * 60 * 1000;

/**
 * The API's origin: Verifik's own, or `VERIFIK_API_URL`. https anywhere; http on loopback only, because a token over
 * plain http is anybody's. With `loopbackOnly` nothing but this computer, whatever the protocol. The failure is one line for a
 * terminal.
 */
export function readApiOrigin(
  environment: { readonly VERIFIK_API_URL?: string | undefined },
  { loopbackOnly = false } = {},
): Result<string, string> {
  const given = environment.VERIFIK_API_URL;
  if (given === undefined || given === "") return success(loopbackOnly ? testBuildApiOrigin : defaultApiOrigin);
  const refused = (why: string) =>
    failed(`VERIFIK_API_URL is ${why}: use https://…, or http://… on 127.0.0.1, [::1] or localhost.`);
  if (!URL.canParse(given)) return refused("not an address");
  const url = new URL(given);
  if (url.username !== "" || url.password !== "") return refused("an address with a user name or password");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return refused("more than an origin");
  if (loopbackOnly && !isLoopback(url.hostname)) return refused("another computer, and this is a test build");
  if (url.protocol === "https:") return success(url.origin);
  if (url.protocol === "http:" && isLoopback(url.hostname)) return success(url.origin);
  return refused(url.protocol === "http:" ? "plain http to another computer" : "neither https nor http");
}

function isLoopback(hostname: string): boolean {
  // The URL parser has already turned every spelling of an IPv4 address into four decimal numbers.
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
