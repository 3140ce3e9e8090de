import { errorAnswers } from "./error-answers.ts";
import type { FaultRow } from "./fault-row.ts";
import { tokenAnswers } from "./token-answers.ts";
import { tokenCallFaults } from "./token-call-faults.ts";
import { transportFaults } from "./transport-faults.ts";

/** Everything that Verifik and the network can be made to do, by name. */
export const faultTable = { ...errorAnswers, ...transportFaults, ...tokenAnswers, ...tokenCallFaults } satisfies Record<
  string,
  FaultRow
>;

export type FaultName = keyof typeof faultTable;
/** Those that a person is told about, whichever the call is. */
export type TroubleName = keyof typeof errorAnswers | keyof typeof transportFaults;
export type TokenAnswerName = keyof typeof tokenAnswers;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}
