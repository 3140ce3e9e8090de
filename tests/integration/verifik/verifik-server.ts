import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createTransport } from "../../../main/network/transport.ts";
import { createVerifikApi } from "../../../main/verifik/api.ts";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  /** The parsed JSON; undefined when there was no body. */
  readonly body: unknown;
}

/** A server that answers as a test says, and remembers what it was asked. */
export interface VerifikServer {
  readonly origin: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

/** `answer` is called once a request is there with its whole body. */
export async function startVerifikServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<VerifikServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    received.push({
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization,
      body: text === "" ? undefined : JSON.parse(text),
    });
    answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

export function startJsonServer(body: unknown, status = 200): Promise<VerifikServer> {
  return startVerifikServer((response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
}

/** The product's own client, over Node's fetch instead of Electron's. */
export function clientOf(origin: string, timeoutMs = 5000) {
  const transport = createTransport({ origin, fetch, timeoutMs, answerLimitBytes: 256 * 1024 });
  return createVerifikApi(transport, Date.now);
}
