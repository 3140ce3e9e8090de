import type { Options } from "ky";
import type { Secret } from "../../domain/secret.ts";
import type { ApiOutcome, HttpClient, HttpClientOptions } from "./http-client.ts";

/** The kinds of call that the product makes. Each is sent once: no redirect, cookie, cache or retry. */
export interface Transport {
  postJson(path: string, body: object): Promise<ApiOutcome>;
  /** Without a body. */
  post(path: string, bearerToken: Secret): Promise<ApiOutcome>;
  get(path: string, bearerToken: Secret): Promise<ApiOutcome>;
  getWithoutToken(path: string): Promise<ApiOutcome>;
}

export function createTransport(options: HttpClientOptions): Transport {
  let client: Promise<HttpClient> | undefined;

  async function send(path: string, request: Options): Promise<ApiOutcome> {
    // Loaded with the first call: ky brings the web's Request and Response, which cost several MB, and most starts make no call.
    client ??= import("./http-client.ts").then(({ createHttpClient }) => createHttpClient(options));
    return (await client)(path, request);
  }

  return {
    postJson: (path, json) => send(path, { method: "post", json }),
    post: (path, token) => send(path, { method: "post", headers: authorization(token) }),
    get: (path, token) => send(path, { method: "get", headers: authorization(token) }),
    getWithoutToken: (path) => send(path, { method: "get" }),
  };
}

function authorization(bearerToken: Secret) {
  return { authorization: `Bearer ${bearerToken.reveal()}` };
}
