import { Secret } from "./secret.ts";

/** A code as typed or pasted, spaces and dashes aside; leading zeros count. */
export function sixDigits(typed: string): Secret | undefined {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? new Secret(digits) : undefined;
}
