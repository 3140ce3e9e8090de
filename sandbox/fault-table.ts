import { errorAnswers } from "./error-answers.ts";
import type { FaultRow } from "./fault-row.ts";
import { tokenAnswers } from "./token-answers.ts";
import { transportFaults } from "./transport-faults.ts";

/** Everything that Verifik and the network can be made to do, by name. */
export const faultTable = { ...errorAnswers, ...transportFaults, ...tokenAnswers } satisfies Record<string, FaultRow>;

export type FaultName = keyof typeof faultTable;
/** Those that a person is told about. */
export type TroubleName = keyof typeof errorAnswers | keyof typeof transportFaults;
export type TokenAnswerName = keyof typeof tokenAnswers;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}
