import { parseArgs } from "node:util";
import { type Endpoint, isEndpoint } from "./endpoints.ts";
import { faultTable, isFaultName } from "./fault-table.ts";
import type { Fault } from "./faults.ts";
import type { SandboxOptions } from "./server.ts";

// About thirty years: longer than anything worth watching, and far from where dates end.
const longestSeconds = 999_999_999;

/** Which option sets what, and from which number to which. */
const numbers = {
  port: { type: "string", sets: "port", least: 0, most: 65_535 },
  "token-lifetime": { type: "string", sets: "tokenLifetimeSeconds", least: 1, most: longestSeconds },
  "otp-lifetime": { type: "string", sets: "otpLifetimeSeconds", least: 1, most: longestSeconds },
  "cool-down": { type: "string", sets: "coolDownSeconds", least: 0, most: longestSeconds },
} as const;

/** What every request to an endpoint is to be answered with. */
export interface FaultAtEndpoint {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
}

export interface CliOptions extends SandboxOptions {
  readonly faults?: readonly FaultAtEndpoint[];
}

/** The command line could not be used; `badOption` is the part of it to name. */
export interface BadOption {
  readonly badOption: string;
}

export function sandboxOptionsOf(args: readonly string[]): CliOptions | BadOption {
  // Not strict, so that what is wrong can be said in the person's language and not in the English of parseArgs.
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

/** "otp-expired", at the calls where it can happen, or "silence@confirm-otp", at that one. */
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
