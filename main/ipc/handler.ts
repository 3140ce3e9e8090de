import * as v from "valibot";
import type { Channel, RequestOf, ResponseOf } from "../../preload/contract.ts";

/** Answers one channel's calls. A request that does not match the schema never reaches `answer`. */
export interface Handler<Request, Response> {
  readonly schema: v.GenericSchema<unknown, Request>;
  readonly answer: (request: Request) => Response | Promise<Response>;
}

/** A handler for each call of the contract. */
export type Handlers = { readonly [Name in Channel]: Handler<RequestOf<Name>, ResponseOf<Name>> };

export function handle<Response>(answer: () => Response | Promise<Response>): Handler<undefined, Response> {
  return { schema: v.undefined(), answer };
}

export function handleWith<Request, Response>(
  schema: v.GenericSchema<unknown, Request>,
  answer: (request: Request) => Response | Promise<Response>,
): Handler<Request, Response> {
  return { schema, answer };
}

/** A text that the person types: far longer than any phone number or code, and short enough to be harmless. */
export const typedText = v.pipe(v.string(), v.maxLength(200));

export function wholeNumber(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
