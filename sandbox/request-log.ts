import type { IncomingHttpHeaders } from "node:http";
import { createListeners } from "./listeners.ts";

/** One request, as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; undefined when there was no body. */
  readonly body: unknown;
}

export interface RequestLog {
  readonly requests: readonly ReceivedRequest[];
  add(request: ReceivedRequest): void;
  /** The next request to arrive that fits; rejects if the log ends before. */
  next(fits: (request: ReceivedRequest) => boolean): Promise<ReceivedRequest>;
  /** Nothing more will arrive. */
  end(): void;
}

export function createRequestLog(): RequestLog {
  const requests: ReceivedRequest[] = [];
  const arrivals = createListeners<ReceivedRequest>();
  const ending = createListeners<Error>();

  return {
    requests,
    add(request) {
      requests.push(request);
      arrivals.notify(request);
    },
    next(fits) {
      return new Promise((resolve, reject) => {
        const unsubscribes = [
          arrivals.subscribe((request) => {
            if (fits(request)) settle(() => resolve(request));
          }),
          ending.subscribe((reason) => settle(() => reject(reason))),
        ];
        function settle(act: () => void): void {
          for (const unsubscribe of unsubscribes) unsubscribe();
          act();
        }
      });
    },
    end() {
      ending.notify(new Error("The sandbox was closed before such a request arrived."));
    },
  };
}
