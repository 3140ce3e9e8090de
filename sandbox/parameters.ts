import * as v from "valibot";
import { badRequest, invalidPhoneNumber, missingParameters } from "./api-error.ts";

export type Parameters = Readonly<Record<string, unknown>>;

const ParametersSchema = v.optional(v.record(v.string(), v.unknown()), {});

const CountryCodeSchema = v.pipe(v.string(), v.regex(/^\+\d{1,3}$/));
// The documentation shows a JSON number; Verifik's own clients send a string of digits.
const PhoneSchema = v.pipe(v.union([v.pipe(v.number(), v.transform(String)), v.string()]), v.regex(/^\d{4,14}$/));
const PhoneNumberSchema = v.object({ countryCode: CountryCodeSchema, phone: PhoneSchema });

/** The body's fields. Throws 409 with the names of missing required ones, in the order of `required`. */
export function parametersOf(body: unknown, required: readonly string[]): Parameters {
  const parsed = v.safeParse(ParametersSchema, body);
  if (!parsed.success) throw badRequest("Request body is not an object.");
  const parameters = parsed.output;
  const missing = required.filter((name) => parameters[name] === undefined || parameters[name] === "");
  if (missing.length > 0) throw missingParameters(missing);
  return parameters;
}

/** The phone number in a body, with the digits as text. Throws 400 if it is malformed. */
export function phoneNumberOf(parameters: Parameters, nowMs: number): v.InferOutput<typeof PhoneNumberSchema> {
  const parsed = v.safeParse(PhoneNumberSchema, parameters);
  if (!parsed.success) throw invalidPhoneNumber(nowMs);
  return parsed.output;
}
