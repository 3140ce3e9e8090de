import type { IncomingHttpHeaders } from "node:http";
import { createListeners } from "./listeners.ts";

/** One received request. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface RequestLog {
  readonly requests: readonly ReceivedRequest[];
  add(request: ReceivedRequest): void;
  /** Waits for the next matching request. Rejects if the log ends first. */
  next(matches: (request: ReceivedRequest) => boolean): Promise<ReceivedRequest>;
  /** Ends the log: rejects all waiting `next` calls. */
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
    next(matches) {
      return new Promise((resolve, reject) => {
        const unsubscribes = [
          arrivals.subscribe((request) => {
            if (matches(request)) settle(() => resolve(request));
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
