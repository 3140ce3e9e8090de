import { brotliDecompressSync, inflateSync, unzipSync } from "node:zlib";
import type { Answer } from "./answers.ts";
import { type Endpoint, type Outcome, sentSecrets } from "./calls.ts";
import { answeredSecrets } from "./forms.ts";

const limitBytes = 256 * 1024;
const redirects = [301, 302, 303, 307, 308];

/** What is wrong with what the client made of an answer; `undefined` when nothing is. */
export function complaint(endpoint: Endpoint, answer: Answer, outcome: Outcome): string | undefined {
  const { status, accident, isSound, mayNotEnd } = answer;
  const content = contentOf(answer);
  if (outcome.kind !== "failed") {
    if (mayNotEnd && accident !== undefined) return "a success of an answer that never came";
    if (status < 200 || status > 299) return `a success of status ${status}`;
    return unfoundedSuccess(outcome, content);
  }
  const leak = secretIn(JSON.stringify(outcome));
  if (leak) return `the failure tells the ${leak}`;
  if (outcome.failure.kind === "timed-out" && !mayNotEnd) return "an answer that has ended is still waited for";
  const isWhole = isSound && status >= 200 && status <= 299 && !isTooLarge(answer);
  const mayHaveToken = endpoint !== "request-otp" && endpoint !== "account";
  if (isWhole && mayHaveToken && tokensIn(content).length > 0) return "a token that came is refused";
  if (redirects.includes(status) && isSound && outcome.failure.kind === "response-unreadable")
    return "a redirect unnoticed";
  return undefined;
}

/**
 * How often a request may arrive that is answered so: once. After 421, by which a server says that it is not the one for it, the
 * Fetch standard has it sent once more by a new connection, and Chromium and Node do so by themselves.
 */
export function mostRequests({ status }: Answer): number {
  return status === 421 ? 2 : 1;
}

function unfoundedSuccess(outcome: Exclude<Outcome, { kind: "failed" }>, content: unknown): string | undefined {
  const data = field(content, "data");
  switch (outcome.kind) {
    case "token":
      if (!/^[!-~]+$/.test(outcome.token)) return "a token that no header can carry";
      return tokensIn(content).includes(outcome.token) ? undefined : "a token that did not come";
    case "second-factor":
      if (tokensIn(content).length > 0) return "a question instead of the token that came";
      return typeof field(data, "message") === "string" ? undefined : "a question that nobody asked";
    case "sent":
      if (!(outcome.lifetimeMs > 0 && outcome.lifetimeMs <= 24 * 60 * 60 * 1000)) return "a code that lives for ever";
      return typeof data === "object" && data !== null ? undefined : "a code that was not sent";
    case "account": {
      const lines = [outcome.name, outcome.email].filter((line) => line !== undefined);
      if (!lines.every((line) => /^[^\p{C}\n]{1,100}$/u.test(line))) return "a name of several lines";
      if (!Number.isFinite(outcome.credits ?? 0)) return "credits without end";
      return typeof field(data, "_id") === "string" ? undefined : "an account that did not come";
    }
  }
}

/** Every string in one of the five places where a token may stand, if a header can carry it. */
function tokensIn(content: unknown): string[] {
  const data = field(content, "data");
  const candidates = [
    field(data, "accessToken"),
    field(data, "token"),
    data,
    field(content, "accessToken"),
    field(content, "token"),
  ];
  return candidates.filter((text) => typeof text === "string").filter((text) => /^[!-~]+$/.test(text));
}

function field(holder: unknown, name: string): unknown {
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return (holder as Record<string, unknown>)[name];
}

function isTooLarge(answer: Answer): boolean {
  return (decoded(answer)?.length ?? 0) > limitBytes;
}

/** What the body says, if it came as it should. */
function contentOf(answer: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(decoded(answer)));
  } catch {
    return undefined;
  }
}

function decoded({ body, encoding, framing }: Answer): Buffer | undefined {
  // The one lie that leaves something that could be read.
  const sent = framing === "too-short" ? body.subarray(0, Math.floor(body.length / 2)) : body;
  try {
    if (encoding === "gzip" || encoding === "gzip-cut") return unzipSync(sent, { finishFlush: 2 });
    if (encoding === "deflate") return inflateSync(sent, { finishFlush: 2 });
    if (encoding === "br") return brotliDecompressSync(sent);
    return sent;
  } catch {
    return undefined;
  }
}

/** The name of a secret that stands in the text, also in groups of digits or letters. */
export function secretIn(text: string): string | undefined {
  const joined = text.replace(/[\s().+\-–,]/g, "");
  const secrets = { ...sentSecrets, ...answeredSecrets };
  for (const [name, secret] of Object.entries(secrets)) {
    const start = secret.length > 20 ? secret.slice(0, 24) : secret;
    if (text.includes(start) || joined.includes(start.replace(/[\s().+\-–,]/g, ""))) return name;
  }
  return undefined;
}
