import { parseArgs } from "node:util";
import { type Endpoint, isEndpoint } from "../endpoints.ts";
import type { Fault } from "../faults/fault-book.ts";
import { faultTable, isFaultName } from "../faults/fault-table.ts";
import type { SandboxOptions } from "../server.ts";

// About thirty years, which keeps dates far from the end of JavaScript's range.
const longestSeconds = 999_999_999;

/** The numeric options: the sandbox option that each sets, and its range. */
const numbers = {
  port: { type: "string", sets: "port", least: 0, most: 65_535 },
  "token-lifetime": { type: "string", sets: "tokenLifetimeSeconds", least: 1, most: longestSeconds },
  "otp-lifetime": { type: "string", sets: "otpLifetimeSeconds", least: 1, most: longestSeconds },
  "cool-down": { type: "string", sets: "coolDownSeconds", least: 0, most: longestSeconds },
} as const;

/** The fault for every request to an endpoint. */
export interface FaultAtEndpoint {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
}

export interface CliOptions extends SandboxOptions {
  readonly faults?: readonly FaultAtEndpoint[];
}

/** The command line is wrong; `badOption` is the wrong part. */
export interface BadOption {
  readonly badOption: string;
}

/** Parses the command line. Returns the first wrong part instead if there is one. */
export function sandboxOptionsOf(args: readonly string[]): CliOptions | BadOption {
  // Not strict: parseArgs reports errors in English only.
  const options = { ...numbers, fault: { type: "string" } } as const;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const read: { -readonly [Name in keyof CliOptions]: CliOptions[Name] } = {};
  for (const token of tokens) {
    if (token.kind === "positional") return { badOption: token.value };
    if (token.kind === "option-terminator") return { badOption: "--" };
    const bad = { badOption: [token.rawName, token.value].filter(Boolean).join(" ") };
    if (token.name === "fault") {
      const faults = faultsOf(token.value ?? "");
      if (!faults) return bad;
      read.faults = [...(read.faults ?? []), ...faults];
    } else {
      if (!isNumberName(token.name)) return { badOption: token.rawName };
      const { sets, least, most } = numbers[token.name];
      const value = /^\d{1,9}$/.test(token.value ?? "") ? Number(token.value) : Number.NaN;
      if (!(least <= value && value <= most)) return bad;
      read[sets] = value;
    }
  }
  return read;
}

/** Parses "otp-expired" (every call that it can happen to) or "silence@confirm-otp" (that call). Undefined if unknown. */
function faultsOf(text: string): readonly FaultAtEndpoint[] | undefined {
  const [name = "", chosen] = text.split("@", 2);
  if (!isFaultName(name)) return undefined;
  const { at, fault } = faultTable[name];
  if (chosen === undefined) return at.map((endpoint) => ({ endpoint, fault }));
  return isEndpoint(chosen) ? [{ endpoint: chosen, fault }] : undefined;
}

function isNumberName(name: string): name is keyof typeof numbers {
  return Object.hasOwn(numbers, name);
}
