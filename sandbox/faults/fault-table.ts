import { errorAnswers } from "./error-answers.ts";
import type { FaultRow } from "./fault-row.ts";
import { tokenAnswers } from "./token-answers.ts";
import { tokenCallFaults } from "./token-call-faults.ts";
import { transportFaults } from "./transport-faults.ts";

/** All faults that the sandbox can simulate, by name. */
export const faultTable = { ...errorAnswers, ...transportFaults, ...tokenAnswers, ...tokenCallFaults } satisfies Record<
  string,
  FaultRow
>;

export type FaultName = keyof typeof faultTable;
/** Faults that the app reports as an error, for any call. */
export type TroubleName = keyof typeof errorAnswers | keyof typeof transportFaults;
export type TokenAnswerName = keyof typeof tokenAnswers;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}
