import { type Endpoint, endpoints } from "./endpoints.ts";
import type { Fault } from "./faults.ts";

/** A fault that has a name, with the calls that it can happen at. */
export interface FaultRow {
  readonly at: readonly Endpoint[];
  readonly fault: Fault;
}

export function faultAt(at: readonly Endpoint[], fault: Fault): FaultRow {
  return { at, fault };
}

export function faultAnywhere(fault: Fault): FaultRow {
  return { at: Object.keys(endpoints) as Endpoint[], fault };
}
