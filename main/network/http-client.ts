import ky, { isTimeoutError, type Options } from "ky";
import type { Failure } from "../../domain/failure.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { readTransportError } from "./transport-failures.ts";

/** Sends one request. Electron's `net.fetch` and Node's `fetch` both fit. */
export type Fetch = (request: Request) => Promise<Response>;

export interface HttpClientOptions {
  readonly origin: string;
  readonly fetch: Fetch;
  /** From the request to the last byte of the response. */
  readonly timeoutMs: number;
  /** After decompression. */
  readonly responseLimitBytes: number;
}

export interface ApiResponse {
  readonly status: number;
  /** The status is 200–299. */
  readonly ok: boolean;
  /** The parsed JSON; `undefined` if the body is not JSON. */
  readonly body: unknown;
  readonly retryAfter: string | null;
}

export type ApiOutcome = Result<ApiResponse, Failure>;

/** Sends a request once and returns the response, whatever its status. Never rejects. */
export type HttpClient = (path: string, options: Options) => Promise<ApiOutcome>;

/** A client for one origin: no redirects, cookies, cache or retries, and limits for time and size. */
export function createHttpClient({ origin, fetch, timeoutMs, responseLimitBytes }: HttpClientOptions): HttpClient {
  const client = ky.create({
    prefix: origin,
    // ky passes nothing but a Request.
    fetch: (request) => fetch(request as Request),
    retry: 0,
    // `timeout` would apply to head and body separately.
    timeout: false,
    totalTimeout: timeoutMs,
    throwHttpErrors: false,
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    parseJson,
    hooks: { afterResponse: [({ request, response }) => limitSize(response, responseLimitBytes, request.signal)] },
  });

  return async (path, options) => {
    // ky copies the signal into its Request, and Node drops that link if the Request is garbage collected
    // (https://github.com/nodejs/undici/issues/3644). ky holds the Request until the call is over; an e2e test collects garbage meanwhile.
    // Node's fetch makes a Request of its own that nothing holds once the head is there, so `limitSize` cancels the body too.
    const abort = new AbortController();
    try {
      const pending = client(path, { ...options, signal: abort.signal });
      const { status, ok: isSuccess, headers } = await pending;
      const body = await pending.json();
      return ok({ status, ok: isSuccess, body, retryAfter: headers.get("retry-after") });
    } catch (error) {
      if (error instanceof ResponseTooLarge) return err({ kind: "response-too-large" });
      return err(isTimeoutError(error) ? { kind: "timed-out" } : readTransportError(error));
    } finally {
      // Only its signal ends a request of net.fetch; cancelling the body leaves the connection open.
      abort.abort();
    }
  };
}

class ResponseTooLarge extends Error {}

/**
 * The response with a body that fails once it exceeds the limit, and is cancelled when `signal` aborts. ky's `onDownloadProgress`
 * lags one chunk behind, and would miss the last chunk of a body that never ends. Can go when ky has a size limit of its own.
 */
function limitSize({ status, headers, body }: Response, limitBytes: number, signal: AbortSignal): Response {
  let readBytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      readBytes += chunk.byteLength;
      if (readBytes > limitBytes) throw new ResponseTooLarge();
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(limit, { signal }), { status, headers });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
