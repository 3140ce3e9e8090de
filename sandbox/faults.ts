import type { ServerResponse } from "node:http";
import { type Endpoint, endpoints } from "./endpoints.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { Route } from "./routes.ts";

/** An answer in place of the sandbox's own, or none at all. */
export interface Fault {
  /** The answer in a few words, for people. */
  readonly says: string;
  /** The request takes effect first, and is refused as ever when it is wrong; else it is as if it had never come. */
  readonly takesEffect?: true;
  /** Concerns only requests that are made so. */
  readonly method?: Route["method"];
  /** `body` is what a request that took effect would have been answered with. */
  readonly answer: (response: ServerResponse, nowMs: number, body: unknown) => void;
}

/** What a test, or a person at the command line, wants to happen. */
export interface Faults {
  /** The next request to this endpoint is answered so; after it the next in line, before those for every request. */
  next(endpoint: Endpoint, fault: Fault): void;
  /** Every request to this endpoint is answered so, until `clear`. */
  every(endpoint: Endpoint, fault: Fault): void;
  clear(): void;
}

export interface FaultBook extends Faults {
  /** The fault for this request, which is used up by that if it was for the next one only. */
  take(request: ReceivedRequest): Fault | undefined;
}

export function createFaultBook(): FaultBook {
  const once: { readonly path: string; readonly fault: Fault }[] = [];
  const always = new Map<string, Fault>();

  return {
    next(endpoint, fault) {
      once.push({ path: endpoints[endpoint], fault });
    },
    every(endpoint, fault) {
      always.set(endpoints[endpoint], fault);
    },
    clear() {
      once.length = 0;
      always.clear();
    },
    take({ path, method }) {
      const concerns = (fault: Fault) => (fault.method ?? method) === method;
      const index = once.findIndex((waiting) => waiting.path === path && concerns(waiting.fault));
      if (index >= 0) return once.splice(index, 1)[0]?.fault;
      const fault = always.get(path);
      return fault && concerns(fault) ? fault : undefined;
    },
  };
}

/** When the headers of a description are from: the day of the sample on the API's page. */
const sampleMs = Date.UTC(2024, 4, 29, 3, 41, 27);

/** Any status, body and headers: a text goes out as it is, everything else as JSON. */
export function answerWith(
  status: number,
  body: unknown,
  headersAt: (nowMs: number) => Readonly<Record<string, string>> = () => ({}),
): Fault {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { "content-type": _apart, ...told } = headersAt(sampleMs);
  const shown = text === "" ? "without a body" : text;
  return {
    says: [`${status} ${shown}`, ...Object.entries(told).map(([name, value]) => `${name}: ${value}`)].join(", "),
    answer(response, nowMs) {
      const headers = { "content-type": "application/json; charset=utf-8", ...headersAt(nowMs) };
      response.writeHead(status, headers).end(text);
    },
  };
}
