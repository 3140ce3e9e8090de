import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type FeedAnswer = (response: ServerResponse, request: IncomingMessage) => void;

export interface FeedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** A release feed that answers as a test sets it, and records the requests. */
export interface ReleaseFeedServer {
  /** The value for `VERIFIK_TRAY_UPDATE_FEED`. */
  readonly address: string;
  readonly requests: readonly FeedRequest[];
  answer: FeedAnswer;
  readonly close: () => Promise<void>;
}

/** Starts the feed on a free port of 127.0.0.1. */
export async function startReleaseFeed(answer: FeedAnswer): Promise<ReleaseFeedServer> {
  const requests: FeedRequest[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    requests.push({ method, path: url, headers });
    feed.answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const feed: ReleaseFeedServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases/latest`,
    requests,
    answer,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return feed;
}

/** Answers like GitHub's API for a release, with the fields that an app might use. */
export function release(tag: unknown, others: object = {}): FeedAnswer {
  const page = `https://github.com/verifik-tray/verifik-tray/releases/tag/${tag}`;
  return json({ tag_name: tag, name: String(tag), html_url: page, draft: false, prerelease: false, ...others });
}

export function json(body: unknown, status = 200): FeedAnswer {
  return text(JSON.stringify(body), status);
}

export function text(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): FeedAnswer {
  return (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}
