import { type Endpoint, endpoints } from "../endpoints.ts";
import type { Fault } from "./fault-book.ts";

/** A fault and the calls that it can happen to. */
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
