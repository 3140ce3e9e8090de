import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "./api-error.ts";
import { createFaultBook, type Faults } from "./faults.ts";
import { createListeners } from "./listeners.ts";
import { createOtpBook } from "./otp-book.ts";
import { phoneLoginRoutes, type SentOtp, type ShownAuthenticatorOtp } from "./phone-login.ts";
import { randomSecrets, type SecretValues } from "./random-values.ts";
import { readJsonBody } from "./request-body.ts";
import { createRequestLog, type ReceivedRequest } from "./request-log.ts";
import { routeOf } from "./routes.ts";
import { createSecondFactor } from "./second-factor.ts";
import { tokenRoutes } from "./token-routes.ts";
import { createTokens } from "./tokens.ts";

export interface SandboxOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Also the length of a month when a token is renewed for some months. 30 days unless told. */
  readonly tokenLifetimeSeconds?: number;
  /** 10 minutes unless told. */
  readonly otpLifetimeSeconds?: number;
  /** How long after one code the next may be asked for. 2 minutes unless told. */
  readonly coolDownSeconds?: number;
  readonly nowMs?: () => number;
  /** Random ones unless told. */
  readonly secrets?: SecretValues;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Every request so far whose body could be read. */
  readonly requests: readonly ReceivedRequest[];
  /** The next request to arrive that fits; rejects if the sandbox is closed before. */
  readonly nextRequest: (fits: (request: ReceivedRequest) => boolean) => Promise<ReceivedRequest>;
  /** Calls back before the answer leaves; returns the unsubscribe. */
  readonly onOtpSent: (listener: (sent: SentOtp) => void) => () => void;
  readonly onAuthenticatorOtp: (listener: (shown: ShownAuthenticatorOtp) => void) => () => void;
  /** What goes wrong on request; nothing does until then. */
  readonly faults: Faults;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/** A local Verifik API on loopback, with all its state in memory. Rejects with the system's error if the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
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
      // Before the log tells of the request: whoever waits for it may ask for the next fault already.
      const fault = faults.take(request);
      log.add(request);
      if (fault && !fault.takesEffect) return fault.answer(response, nowMs(), undefined);
      const body = await routeOf(routes, request).handle(request);
      if (fault) fault.answer(response, nowMs(), body);
      else writeJson(response, 200, body);
    } catch (error) {
      if (error instanceof ApiError) writeJson(response, error.status, error.body);
      // A client that left half-way gets no answer. Anything else is a bug here, and ends the sandbox by an unhandled
      // rejection: a made-up answer would let a test pass, or fail, for the wrong reason.
      else if (!incoming.destroyed || incoming.complete) throw error;
    }
  }

  const server = createServer((incoming, response) => void answer(incoming, response));
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
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
  // Not through the URL class: it would refuse some paths that are merely unknown, and rewrite others.
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
