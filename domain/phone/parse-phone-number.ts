import metadata from "libphonenumber-js/max/metadata";
import type { Result } from "../result.ts";
import type { PhoneInvalid, PhoneNumber } from "./phone-number.ts";
import { PhoneReader } from "./phone-reader.ts";

const reader = new PhoneReader(metadata);

/**
 * Decides which number is sent, by the plans of all kinds of number (157 kB, so only main has them). The small plans of the
 * window take "1 268 …", a number of Antigua, for a Colombian one.
 */
export function parsePhoneNumber(typed: string, regionCode: string): Result<PhoneNumber, PhoneInvalid> {
  return reader.read(typed, regionCode);
}
