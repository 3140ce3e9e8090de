import type { ServerResponse } from "node:http";
import { type Endpoint, endpoints } from "../endpoints.ts";
import type { ReceivedRequest } from "../request-log.ts";
import type { Route } from "../routes.ts";

/** Replaces the sandbox's answer to a request, possibly with no answer. */
export interface Fault {
  /** A short description of the answer, for people. */
  readonly says: string;
  /** Handle the request first. A wrong request is then refused as usual. Without this, the request has no effect. */
  readonly takesEffect?: true;
  /** Applies only to requests with this method. */
  readonly method?: Route["method"];
  /** Writes the answer. `body` is the normal answer's body if the request took effect, else undefined. */
  readonly answer: (response: ServerResponse, nowMs: number, body: unknown) => void;
}

/** Sets the faults to answer with, for tests and the command line. */
export interface Faults {
  /** Answers the next request to this endpoint with the fault. Several queue up, and go before a fault for every request. */
  next(endpoint: Endpoint, fault: Fault): void;
  /** Answers every request to this endpoint with the fault, until `clear`. */
  every(endpoint: Endpoint, fault: Fault): void;
  clear(): void;
}

export interface FaultBook extends Faults {
  /** Returns the fault for this request. Removes it if it was set for one request. */
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
      const applies = (fault: Fault) => (fault.method ?? method) === method;
      const index = once.findIndex((waiting) => waiting.path === path && applies(waiting.fault));
      if (index >= 0) return once.splice(index, 1)[0]?.fault;
      const fault = always.get(path);
      return fault && applies(fault) ? fault : undefined;
    },
  };
}

/** The time for headers in descriptions: that of the sample on the API's page. */
const sampleMs = Date.UTC(2024, 4, 29, 3, 41, 27);

/** Answers with this status, body and headers. Sends a string as it is, everything else as JSON. */
export function answerWith(
  status: number,
  body: unknown,
  headersAt: (nowMs: number) => Readonly<Record<string, string>> = () => ({}),
): Fault {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { "content-type": _hidden, ...listed } = headersAt(sampleMs);
  const shown = text === "" ? "without a body" : text;
  return {
    says: [`${status} ${shown}`, ...Object.entries(listed).map(([name, value]) => `${name}: ${value}`)].join(", "),
    answer(response, nowMs) {
      const headers = { "content-type": "application/json; charset=utf-8", ...headersAt(nowMs) };
      response.writeHead(status, headers).end(text);
    },
  };
}
