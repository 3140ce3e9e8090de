import * as v from "valibot";
import {
  type GivenStatus,
  type GivenToken,
  type Refusal,
  refusals,
  tokenStates,
} from "../../domain/command-line/answer.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";

/**
 * The protocol between a command and the running app: one line of JSON each way. Its version grows with a change that the other side
 * has to know; the app then refuses a request by "other-version", in a line that every version can read.
 */
export const protocolVersion = 1;

/** No request is longer; a longer one is not from a command. */
export const longestRequestBytes = 4 * 1024;
/** A token has a few kB; no response of Verifik that the app accepts is longer (main/config.ts). */
export const longestAnswerBytes = 300 * 1024;

const requestSchema = v.strictObject({
  version: v.literal(protocolVersion),
  verb: v.picklist(["token", "status"]),
  /** The token counts only if it is valid for longer than this, ms. */
  minValidMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  /** The API that the command's environment names. */
  origin: v.optional(v.pipe(v.string(), v.maxLength(300))),
});
export type Request = v.InferOutput<typeof requestSchema>;

const anyVersion = v.looseObject({ version: v.pipe(v.number(), v.integer()) });

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const answerSchema = v.variant("kind", [
  v.object({
    kind: v.literal("token"),
    version: v.literal(protocolVersion),
    token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
    expiresAtMs: moment,
    estimated: v.boolean(),
    origin: v.optional(v.string()),
    variableName: v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/)),
  }),
  v.object({
    kind: v.literal("status"),
    version: v.literal(protocolVersion),
    state: v.picklist(tokenStates),
    expiresAtMs: v.optional(moment),
    estimated: v.boolean(),
    automaticRenewal: v.boolean(),
    origin: v.optional(v.string()),
    refusal: v.optional(v.picklist(refusals)),
  }),
  v.object({ kind: v.literal("refused"), reason: v.picklist(refusals) }),
]);

/** A line of JSON with content of this schema. */
const fromJson = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.string(), v.parseJson(), schema);

export type Answer =
  | ({ readonly kind: "token" } & GivenToken)
  | ({ readonly kind: "status" } & GivenStatus)
  | { readonly kind: "refused"; readonly reason: Refusal };

export function requestLine(request: Request): string {
  return `${JSON.stringify(request)}\n`;
}

/** Reads a request's line. `other-version` for another version of the protocol, `malformed` for anything else. */
export function readRequest(line: string): Result<Request, "other-version" | "malformed"> {
  const request = v.safeParse(fromJson(requestSchema), line);
  if (request.success) return ok(request.output);
  const versioned = v.safeParse(fromJson(anyVersion), line);
  return err(versioned.success && versioned.output.version !== protocolVersion ? "other-version" : "malformed");
}

/** The line of an answer. It reveals the token, so it is made where it is written. */
export function answerLine(answer: Answer): string {
  const token = answer.kind === "token" ? { token: answer.token.reveal() } : {};
  return `${JSON.stringify({ version: protocolVersion, ...answer, ...token })}\n`;
}

/** Reads an answer's line. `undefined` for a line that is no answer of this version. */
export function readAnswer(line: string): Answer | undefined {
  const answer = v.safeParse(fromJson(answerSchema), line);
  if (!answer.success) return undefined;
  const { output } = answer;
  switch (output.kind) {
    case "token":
      return { ...output, token: new Secret(output.token), origin: output.origin };
    case "status": {
      const { expiresAtMs, origin, refusal } = output;
      return { ...output, expiresAtMs, origin, refusal };
    }
    case "refused":
      return output;
  }
}
