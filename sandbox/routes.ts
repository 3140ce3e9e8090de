import { methodNotAllowed, notFound } from "./api-error.ts";
import type { ReceivedRequest } from "./request-log.ts";

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Returns the body of a 200, or throws the `ApiError` to answer with. */
  readonly handle: (request: ReceivedRequest) => unknown;
}

/** The route for a request. Throws 404 for an unknown path, 405 for a known one with another method. */
export function routeOf(routes: readonly Route[], request: ReceivedRequest): Route {
  const samePath = routes.filter((route) => route.path === request.path);
  if (samePath.length === 0) throw notFound("route_not_found");
  const route = samePath.find((candidate) => candidate.method === request.method);
  if (!route) throw methodNotAllowed();
  return route;
}
