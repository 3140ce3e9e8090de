import type { Failure } from "../../domain/failure.ts";

/**
 * The failure for an error of fetch. `net.fetch` rejects with a plain `Error("net::ERR_…")`, which ky passes on unchanged; Node's
 * fetch puts a code into `cause`. The error itself goes no further, because it may quote the request.
 */
export function readTransportError(error: unknown): Failure {
  const names = errorNames(error);
  if (/(unexpected|attempted to) redirect/i.test(names)) return { kind: "redirect-refused" };
  if (/ERR_(CERT|SSL|BAD_SSL)|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(names)) return unreachable("tls");
  if (/ERR_INTERNET_DISCONNECTED/.test(names)) return unreachable("offline");
  if (/ERR_NAME_|ENOTFOUND|EAI_AGAIN/.test(names)) return unreachable("name-not-found");
  if (/ERR_PROXY|ERR_TUNNEL|ERR_SOCKS|ERR_NO_SUPPORTED_PROXIES|ERR_PAC|ERR_MANDATORY_PROXY/.test(names))
    return unreachable("proxy");
  if (
    /ERR_ADDRESS_UNREACHABLE|ERR_CONNECTION_TIMED_OUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ERR_CONNECT_TIMEOUT/.test(names)
  )
    return unreachable("no-connection");
  if (/ERR_CONNECTION_REFUSED|ECONNREFUSED/.test(names)) return unreachable("refused");
  return unreachable("other");
}

function unreachable(reason: Extract<Failure, { kind: "unreachable" }>["reason"]): Failure {
  return { kind: "unreachable", reason };
}

/** Message and code of the error and its causes. */
function errorNames(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return `${error.message} ${code} ${errorNames(error.cause)}`;
}
