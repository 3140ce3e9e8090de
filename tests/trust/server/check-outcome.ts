import { brotliDecompressSync, inflateSync, unzipSync } from "node:zlib";
import type { Answer } from "./answers.ts";
import { type Endpoint, type Outcome, sentSecrets } from "./calls.ts";
import { answeredSecrets } from "./forms.ts";

const limitBytes = 256 * 1024;
const redirects = [301, 302, 303, 307, 308];

/** What is wrong with the client's outcome for this answer; `undefined` if it is right. */
export function checkOutcome(endpoint: Endpoint, answer: Answer, outcome: Outcome): string | undefined {
  const { status, statusLine, accident, isSound, mayNotEnd } = answer;
  const content = contentOf(answer);
  if (outcome.kind !== "failed") {
    if (mayNotEnd && accident !== undefined) return "a success although no answer came";
    // Chromium takes a status line without a code for 200.
    if ((status < 200 || status > 299) && statusLine.includes(String(status))) return `a success with status ${status}`;
    return unfoundedSuccess(outcome, content);
  }
  const leak = secretIn(JSON.stringify(outcome));
  if (leak) return `the failure contains the ${leak}`;
  if (outcome.failure.kind === "timed-out" && !mayNotEnd) return "a timeout although the answer has ended";
  const isWhole = isSound && status >= 200 && status <= 299 && !isTooLarge(answer);
  const mayHaveToken = endpoint !== "request-otp" && endpoint !== "account";
  if (isWhole && mayHaveToken && tokensIn(content).length > 0) return "the token in the answer was not accepted";
  if (redirects.includes(status) && isSound && outcome.failure.kind === "response-unreadable")
    return "the redirect was not noticed";
  return undefined;
}

/**
 * How often a request may arrive that gets this answer: once. After 421 (Misdirected Request) the Fetch standard has it sent once
 * more on a new connection, and Chromium and Node do so.
 */
export function mostRequests({ status }: Answer): number {
  return status === 421 ? 2 : 1;
}

function unfoundedSuccess(outcome: Exclude<Outcome, { kind: "failed" }>, content: unknown): string | undefined {
  const data = field(content, "data");
  switch (outcome.kind) {
    case "token":
      if (!/^[!-~]+$/.test(outcome.token)) return "the token does not fit into a header";
      return tokensIn(content).includes(outcome.token) ? undefined : "the token was not in the answer";
    case "second-factor":
      if (tokensIn(content).length > 0) return "a second factor although the answer has a token";
      return typeof field(data, "message") === "string"
        ? undefined
        : "a second factor that the answer does not ask for";
    case "sent":
      if (!(outcome.lifetimeMs > 0 && outcome.lifetimeMs <= 24 * 60 * 60 * 1000))
        return "the code has an implausible lifetime";
      return typeof data === "object" && data !== null ? undefined : "the answer does not say that a code was sent";
    case "account": {
      const lines = [outcome.name, outcome.email].filter((line) => line !== undefined);
      if (!lines.every((line) => /^[^\p{C}\n]{1,100}$/u.test(line))) return "name or e-mail is not one line";
      if (!Number.isFinite(outcome.credits ?? 0)) return "the credits are not finite";
      return typeof field(data, "_id") === "string" ? undefined : "the answer has no account";
    }
  }
}

/** The strings in the five places for a token that fit into a header. */
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

/** The parsed body, if it is JSON. */
function contentOf(answer: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(decoded(answer)));
  } catch {
    return undefined;
  }
}

function decoded({ body, encoding, framing }: Answer): Buffer | undefined {
  // With a length that is too short, half of the body still arrives.
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

/** The name of a secret that the text contains, also if it is grouped. */
export function secretIn(text: string): string | undefined {
  const joined = text.replace(/[\s().+\-–,]/g, "");
  const secrets = { ...sentSecrets, ...answeredSecrets };
  for (const [name, secret] of Object.entries(secrets)) {
    const start = secret.length > 20 ? secret.slice(0, 24) : secret;
    if (text.includes(start) || joined.includes(start.replace(/[\s().+\-–,]/g, ""))) return name;
  }
  return undefined;
}
