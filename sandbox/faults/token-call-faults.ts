import { answerWith, type Fault } from "./fault-book.ts";
import { faultAt } from "./fault-row.ts";

/** Refuses to renew by GET. An older page of Verifik documents POST, which is answered as usual. */
function postOnly(status: number, body: object): Fault {
  const refusal = answerWith(status, body);
  return { ...refusal, says: `${refusal.says} to a GET, as ever to a POST`, method: "GET" };
}

/** Delays the normal answer by `lateMs`, after the request took effect. */
export function answerLate(lateMs: number): Fault {
  return {
    says: `the answer comes ${lateMs / 1000} seconds late`,
    takesEffect: true,
    answer(response, _nowMs, body) {
      const timer = setTimeout(
        () => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body)),
        lateMs,
      );
      response.once("close", () => clearTimeout(timer));
    },
  };
}

/** Faults that only calls with a token can have. */
export const tokenCallFaults = {
  "renewal-by-post-404": faultAt(["renew-token"], postOnly(404, { code: "NotFound", message: "route_not_found" })),
  "renewal-by-post-405": faultAt(
    ["renew-token"],
    postOnly(405, { code: "MethodNotAllowed", message: "Method not allowed." }),
  ),
  "revoked-with-500": faultAt(["revoke-tokens"], {
    ...answerWith(500, { code: "InternalServerError", message: "boom" }),
    says: "every token is revoked, and the answer is 500",
    takesEffect: true,
  }),
  late: faultAt(["renew-token", "revoke-tokens", "get-client"], answerLate(5000)),
} as const;
