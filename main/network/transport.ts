import type { Options } from "ky";
import type { Failure } from "../../domain/failure.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Secret } from "../../domain/secret.ts";
import { readTransportError } from "./transport-failures.ts";

/** The part of `fetch` that is used here, as Electron's `net.fetch` and Node's have it. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface ApiResponse {
  readonly status: number;
  readonly ok: boolean;
  /** The parsed JSON; `undefined` when it is none. */
  readonly body: unknown;
  readonly retryAfter: string | null;
}

interface TransportOptions {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly answerLimitBytes: number;
}

/** Makes a call once, and answers what came back, whatever its status. No redirect, no cookie, no cache, no retry. */
export interface Transport {
  postJson(path: string, body: object): Promise<Result<ApiResponse, Failure>>;
  /** Without a body, with the token as the call's authorization. */
  post(path: string, bearerToken: Secret): Promise<Result<ApiResponse, Failure>>;
  get(path: string, bearerToken: Secret): Promise<Result<ApiResponse, Failure>>;
  getWithoutToken(path: string): Promise<Result<ApiResponse, Failure>>;
}

export function createTransport({ origin, fetch, timeoutMs, answerLimitBytes }: TransportOptions): Transport {
  async function call(path: string, options: Options): Promise<Result<ApiResponse, Failure>> {
    // One deadline for head and body together; ky's own would end with the head. The signal goes to fetch as it is: one that
    // was derived from it (by a Request, by AbortSignal.any) is held weakly, and a garbage collection would end the deadline.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new DOMException("no answer in time", "TimeoutError")), timeoutMs);
    try {
      const { request } = await import("./http-client.ts");
      const response = await request(path, origin, options, fetch, abort.signal);
      const text = await readText(response, answerLimitBytes, abort.signal);
      if (text === undefined) return err({ kind: "response-too-large" });
      return ok({
        status: response.status,
        ok: response.ok,
        body: parseJson(text),
        retryAfter: response.headers.get("retry-after"),
      });
    } catch (error) {
      return err(abort.signal.aborted ? { kind: "timed-out" } : readTransportError(error));
    } finally {
      clearTimeout(timer);
      // What is still on its way, of an answer that is too large or of a redirect, is not waited for: fetch ends a request by
      // its signal only, not by giving up the answer's stream.
      abort.abort();
    }
  }

  return {
    postJson: (path, json) => call(path, { method: "post", json }),
    post: (path, token) => call(path, { method: "post", headers: authorization(token) }),
    get: (path, token) => call(path, { method: "get", headers: authorization(token) }),
    getWithoutToken: (path) => call(path, { method: "get" }),
  };
}

function authorization(bearerToken: Secret) {
  return { authorization: `Bearer ${bearerToken.reveal()}` };
}

/** The body as text, or `undefined` when it is longer than the limit; the rest of it is not waited for. */
async function readText(response: Response, limitBytes: number, deadline: AbortSignal): Promise<string | undefined> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  // The stream is given up; what ending it says concerns nobody any more.
  const cancel = () => void reader.cancel(deadline.reason).catch(() => {});
  deadline.addEventListener("abort", cancel);
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      deadline.throwIfAborted();
      if (done) return text + decoder.decode();
      length += value.byteLength;
      if (length > limitBytes) {
        cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    deadline.removeEventListener("abort", cancel);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
