import { err, ok, type Result } from "../domain/result.ts";

/** Verifik's API. */
export const defaultApiOrigin = "https://api.verifik.co";

/** The default API of a test build: the sandbox of `npm run sandbox -- --port 8765`. */
const testBuildApiOrigin = "http://127.0.0.1:8765";

export const verifikHomePage = "https://verifik.co";

/** GitHub's description of the latest release. */
export const defaultUpdateFeed = "https://api.github.com/repos/verifik-tray/verifik-tray/releases/latest";
/** The address of a release's page, up to the first digit of its version. The release workflow tags "v1.2.3". */
export const releasePagePrefix = "https://github.com/verifik-tray/verifik-tray/releases/tag/v";

/** For systems that name no region: Colombia, where Verifik and most of its clients are. */
export const defaultRegion = "CO";

/** For one call, from the request to the last byte of the response. */
export const callTimeoutMs = 15_000;
/** Verifik's responses have a few kB. A far larger one is not from Verifik. */
export const responseLimitBytes = 256 * 1024;

/** How long tooltip and window say that the token was copied. */
export const copiedShownMs = 5_000;

/** The servers that this program uses. */
export interface Addresses {
  readonly apiOrigin: string;
  readonly updateFeed: string;
}

interface AddressEnvironment {
  readonly VERIFIK_API_URL?: string | undefined;
  readonly VERIFIK_TRAY_UPDATE_FEED?: string | undefined;
}

/** `loopbackOnly`: refuses other computers, even by https. Test builds are bound to this. */
interface AddressRules {
  readonly loopbackOnly?: boolean;
}

/** The API's origin and the feed of releases, from the environment or the defaults. The error is one line for a terminal. */
export function readAddresses(environment: AddressEnvironment, rules: AddressRules = {}): Result<Addresses, string> {
  const apiOrigin = readApiOrigin(environment, rules);
  if (!apiOrigin.ok) return apiOrigin;
  const updateFeed = readUpdateFeed(environment, rules);
  if (!updateFeed.ok) return updateFeed;
  return ok({ apiOrigin: apiOrigin.value, updateFeed: updateFeed.value });
}

/** The API's origin: `VERIFIK_API_URL`, else Verifik's. */
export function readApiOrigin(
  { VERIFIK_API_URL: given }: AddressEnvironment,
  rules: AddressRules = {},
): Result<string, string> {
  if (given === undefined || given === "") return ok(rules.loopbackOnly ? testBuildApiOrigin : defaultApiOrigin);
  const url = readAddress("VERIFIK_API_URL", given, rules);
  if (!url.ok) return url;
  const { origin, pathname, search, hash } = url.value;
  if (pathname !== "/" || search !== "" || hash !== "") return refused("VERIFIK_API_URL", "more than an origin");
  return ok(origin);
}

/** The feed of releases: `VERIFIK_TRAY_UPDATE_FEED`, else GitHub's. */
function readUpdateFeed(
  { VERIFIK_TRAY_UPDATE_FEED: given }: AddressEnvironment,
  rules: AddressRules = {},
): Result<string, string> {
  if (given === undefined || given === "") {
    return ok(rules.loopbackOnly ? `${testBuildApiOrigin}/releases/latest` : defaultUpdateFeed);
  }
  const url = readAddress("VERIFIK_TRAY_UPDATE_FEED", given, rules);
  return url.ok ? ok(url.value.href) : url;
}

/** Accepts https everywhere and http on loopback only, because others can read and change plain http on its way. */
function readAddress(variable: string, given: string, { loopbackOnly = false }: AddressRules): Result<URL, string> {
  if (!URL.canParse(given)) return refused(variable, "not an address");
  const url = new URL(given);
  if (url.username !== "" || url.password !== "") {
    return refused(variable, "an address with a user name or password");
  }
  if (loopbackOnly && !isLoopback(url.hostname)) {
    return refused(variable, "another computer, and this is a test build");
  }
  if (url.protocol === "https:") return ok(url);
  if (url.protocol === "http:" && isLoopback(url.hostname)) return ok(url);
  return refused(variable, url.protocol === "http:" ? "plain http to another computer" : "neither https nor http");
}

function refused(variable: string, why: string) {
  return err(`${variable} is ${why}: use https://…, or http://… on 127.0.0.1, [::1] or localhost.`);
}

function isLoopback(hostname: string): boolean {
  // The URL parser has turned every spelling of an IPv4 address into four decimal numbers.
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
