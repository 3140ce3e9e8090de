import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "./api-error.ts";
import { createFaultBook, type Faults } from "./faults/fault-book.ts";
import { createListeners } from "./listeners.ts";
import { createOtpBook } from "./login/otp-book.ts";
import { phoneLoginRoutes, type SentOtp, type ShownAuthenticatorOtp } from "./login/phone-login.ts";
import { createSecondFactor } from "./login/second-factor.ts";
import { randomSecrets, type SecretValues } from "./random-values.ts";
import { readJsonBody } from "./request-body.ts";
import { createRequestLog, type ReceivedRequest } from "./request-log.ts";
import { routeOf } from "./routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { createTokens } from "./tokens.ts";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default: 30 days. A renewal for N months lasts N times this. */
  readonly tokenLifetimeSeconds?: number;
  /** Default: 10 minutes. */
  readonly otpLifetimeSeconds?: number;
  /** Time between two codes for one number. Default: 2 minutes. */
  readonly coolDownSeconds?: number;
  readonly nowMs?: () => number;
  /** Default: random secrets. */
  readonly secrets?: SecretValues;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** All requests so far with a readable body. */
  readonly requests: readonly ReceivedRequest[];
  /** Waits for the next matching request. Rejects if the sandbox is closed first. */
  readonly nextRequest: (matches: (request: ReceivedRequest) => boolean) => Promise<ReceivedRequest>;
  /** Calls back for each code, before the answer is sent. Returns the unsubscribe function. */
  readonly onOtpSent: (listener: (sent: SentOtp) => void) => () => void;
  readonly onAuthenticatorOtp: (listener: (shown: ShownAuthenticatorOtp) => void) => () => void;
  /** The faults to answer with; none at the start. */
  readonly faults: Faults;
  /** Stops listening and closes open connections. */
  readonly close: () => Promise<void>;
}

/** Starts a local Verifik API on loopback, with its state in memory. Rejects with the system's error if the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = createServer();
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  return serveSandbox(server, options);
}

/**
 * Lets a server that listens answer as a new sandbox. A sandbox that it answered for before gets no more requests, and its open
 * connections are closed.
 */
export function serveSandbox(server: Server, options: Omit<SandboxOptions, "port"> = {}): Sandbox {
  const nowMs = options.nowMs ?? Date.now;
  const secrets = options.secrets ?? randomSecrets;
  const log = createRequestLog();
  const faults = createFaultBook();
  const otpSent = createListeners<SentOtp>();
  const authenticatorOtpShown = createListeners<ShownAuthenticatorOtp>();
  const tokens = createTokens({
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 30 * 24 * 60 * 60,
    nowMs,
    secrets,
  });
  const otpBook = createOtpBook({
    otpLifetimeSeconds: options.otpLifetimeSeconds ?? 10 * 60,
    coolDownSeconds: options.coolDownSeconds ?? 2 * 60,
    nowMs,
    secrets,
  });
  const routes = [
    ...phoneLoginRoutes({
      otpBook,
      secondFactor: createSecondFactor(nowMs, secrets),
      tokens,
      nowMs,
      secrets,
      otpSent: otpSent.notify,
      authenticatorOtpShown: authenticatorOtpShown.notify,
    }),
    ...tokenRoutes(tokens, secrets),
  ];

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await receive(incoming);
      // Before `log.add`, whose listeners may set the fault for the next request.
      const fault = faults.take(request);
      log.add(request);
      if (fault && !fault.takesEffect) return fault.answer(response, nowMs(), undefined);
      const body = await routeOf(routes, request).handle(request);
      if (fault) fault.answer(response, nowMs(), body);
      else writeJson(response, 200, body);
    } catch (error) {
      if (error instanceof ApiError) writeJson(response, error.status, error.body);
      // A client that has disconnected gets no answer. Any other error is a bug of the sandbox and ends it by an unhandled
      // rejection, because a made-up answer could hide the bug from a test.
      else if (!incoming.destroyed || incoming.complete) throw error;
    }
  }

  server.closeAllConnections();
  server.removeAllListeners("request");
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => void answer(incoming, response));
  const { address, port } = server.address() as AddressInfo;

  return {
    origin: `http://${address}:${port}`,
    requests: log.requests,
    nextRequest: log.next,
    onOtpSent: otpSent.subscribe,
    onAuthenticatorOtp: authenticatorOtpShown.subscribe,
    faults,
    async close() {
      log.end();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  // Not with the URL class, which rejects some unknown paths and rewrites others.
  const [path = "", query] = (incoming.url ?? "").split("?", 2);
  return {
    method: incoming.method ?? "",
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: await readJsonBody(incoming),
  };
}

function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
